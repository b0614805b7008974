package dev.crosstrust.storage.google;

import com.google.api.services.bigquery.model.ErrorProto;
import com.google.api.services.bigquery.model.TableDataInsertAllResponse;
import com.google.api.services.bigquery.model.TableDataInsertAllResponse.InsertErrors;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.secret.Redactor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were not taken. The answer has the status of success, and says so only inside.
 *
 * @see <a
 *     href="https://cloud.google.com/bigquery/docs/reference/rest/v2/tabledata/insertAll#response-body">insertAll:
 *     response body</a>
 */
final class Rejection {
  private static final int OK = 200;

  private Rejection() {}

  /** Empty when all rows were taken. The code is the reason of the first error. */
  static Optional<Refusal> in(TableDataInsertAllResponse answer) {
    List<InsertErrors> rows = answer.getInsertErrors();
    if (rows == null || rows.isEmpty()) {
      return Optional.empty();
    }
    String code =
        rows.stream()
            .flatMap(Rejection::errors)
            .findFirst()
            .map(ErrorProto::getReason)
            .orElse(null);
    String message = rows.stream().map(Rejection::sentence).collect(Collectors.joining(" "));
    return Optional.of(
        new Refusal(
            BigQueryCalls.SERVICE,
            BigQueryCalls.INSERT_ROW,
            OK,
            code,
            new Redactor().text(message),
            null));
  }

  /** For example {@code Row 0 was not taken: nope: no such field: nope.} */
  private static String sentence(InsertErrors row) {
    String errors = errors(row).map(Rejection::words).collect(Collectors.joining(" "));
    return "Row %s was not taken: %s"
        .formatted(
            row.getIndex() == null ? "?" : row.getIndex(),
            errors.isEmpty() ? "BigQuery does not say why" : errors);
  }

  private static String words(ErrorProto error) {
    String text = text(error.getMessage()) ? error.getMessage() : String.valueOf(error.getReason());
    return text(error.getLocation()) ? error.getLocation() + ": " + text : text;
  }

  private static boolean text(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private static Stream<ErrorProto> errors(InsertErrors row) {
    return Objects.requireNonNullElse(row.getErrors(), List.<ErrorProto>of()).stream();
  }
}
