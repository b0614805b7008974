package dev.crosstrust.sandbox.google.bigquery;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A column.
 *
 * @see <a
 *     href="https://cloud.google.com/bigquery/docs/reference/rest/v2/tables#TableFieldSchema">TableFieldSchema</a>
 */
public record Field(String name, Type type, Mode mode) {

  /** Whether a value may be missing. */
  public enum Mode {
    NULLABLE,
    REQUIRED
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("type", type.name());
    json.put("mode", mode.name());
    return json;
  }
}
