package dev.crosstrust.sandbox.google.bigquery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Rows held against a schema. One bad row stops all others, unless bad rows are to be skipped.
 *
 * @param errors as {@code insertErrors} tells them
 */
record Insertion(List<Accepted> accepted, List<Map<String, Object>> errors) {

  /** A row that is to be added. */
  record Accepted(Table.Row row, String insertId) {}

  static Insertion of(
      List<Field> schema, List<JsonNode> rows, boolean ignoreUnknown, boolean skipInvalid) {
    List<Accepted> accepted = new ArrayList<>();
    List<Map<String, Object>> errors = new ArrayList<>();
    List<Integer> good = new ArrayList<>();
    for (int index = 0; index < rows.size(); index++) {
      JsonNode json = rows.get(index).path("json");
      List<Map<String, String>> wrong = new ArrayList<>();
      Table.Row row = row(schema, json, wrong);
      if (!ignoreUnknown) {
        unknown(schema, json, wrong);
      }
      if (wrong.isEmpty()) {
        good.add(index);
        accepted.add(new Accepted(row, rows.get(index).path("insertId").asString("")));
      } else {
        errors.add(entry(index, wrong));
      }
    }
    if (errors.isEmpty() || skipInvalid) {
      return new Insertion(accepted, errors);
    }
    good.forEach(index -> errors.add(entry(index, List.of(error("stopped", "", "")))));
    return new Insertion(List.of(), errors);
  }

  private static Table.Row row(List<Field> schema, JsonNode json, List<Map<String, String>> wrong) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Field field : schema) {
      JsonNode value = json.path(field.name());
      Object kept = null;
      if (value.isArray()) {
        wrong.add(invalid(field, "Array specified for non-repeated field: " + field.name() + "."));
      } else if (value.isObject()) {
        wrong.add(invalid(field, "This field: " + field.name() + " is not a record."));
      } else if (!value.isMissingNode() && !value.isNull()) {
        try {
          kept = field.type().parse(value);
        } catch (InvalidValueException e) {
          wrong.add(invalid(field, String.valueOf(e.getMessage())));
        }
      } else if (field.mode() == Field.Mode.REQUIRED) {
        String message = "Missing required field: Msg_0_CLOUD_QUERY_TABLE." + field.name() + ".";
        wrong.add(error("invalid", "", message));
      }
      values.add(kept);
    }
    return new Table.Row(values);
  }

  private static void unknown(List<Field> schema, JsonNode json, List<Map<String, String>> wrong) {
    for (String name : json.propertyNames()) {
      if (schema.stream().noneMatch(field -> field.name().equals(name))) {
        wrong.add(error("invalid", name, "no such field: " + name + "."));
      }
    }
  }

  private static Map<String, String> invalid(Field field, String message) {
    return error("invalid", field.name(), message);
  }

  private static Map<String, Object> entry(int index, List<Map<String, String>> errors) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("index", index);
    entry.put("errors", errors);
    return entry;
  }

  private static Map<String, String> error(String reason, String location, String message) {
    Map<String, String> error = new LinkedHashMap<>();
    error.put("reason", reason);
    error.put("location", location);
    error.put("debugInfo", "");
    error.put("message", message);
    return error;
  }
}
