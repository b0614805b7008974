package dev.crosstrust.diagnosis.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The rows that BigQuery did not take. It says so in an answer of status 200, for each row with its
 * errors; a row that was good is {@code stopped} by the others.
 *
 * @see <a
 *     href="https://cloud.google.com/bigquery/docs/reference/rest/v2/tabledata/insertAll">tabledata.insertAll</a>
 */
public final class RowErrors {
  private static final String MEMBER = "insertErrors";
  private static final String STOPPED = "stopped";

  private RowErrors() {}

  /** What an answer says of rows; empty when all were taken, or when it is about something else. */
  static Optional<Said> of(JsonNode answer) {
    List<JsonNode> rows = answer.path(MEMBER).valueStream().toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<JsonNode> errors = rows.stream().flatMap(row -> row.path("errors").valueStream()).toList();
    JsonNode first =
        errors.stream()
            .filter(error -> !error.path("reason").asString("").equals(STOPPED))
            .findFirst()
            .orElseGet(() -> rows.getFirst().path("errors").path(0));
    Map<String, String> fields = new HashMap<>();
    fields.put(MEMBER, Integer.toString(rows.size()));
    fields.put("location", first.path("location").asString(""));
    String message =
        errors.stream()
            .map(error -> error.path("message").asString(""))
            .filter(text -> !text.isBlank())
            .distinct()
            .collect(Collectors.joining(" "));
    return Optional.of(new Said(first.path("reason").asString(MEMBER), message, fields));
  }

  /** How many rows an answer with these fields rejected; 0 when it is about something else. */
  public static int count(Map<String, String> fields) {
    return Integer.parseInt(fields.getOrDefault(MEMBER, "0"));
  }
}
