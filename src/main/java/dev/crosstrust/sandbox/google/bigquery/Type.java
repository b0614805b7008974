package dev.crosstrust.sandbox.google.bigquery;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * The type of a column: how values come in as JSON, and how they are kept.
 *
 * @see <a href="https://cloud.google.com/bigquery/docs/reference/standard-sql/data-types">Data
 *     types</a>
 */
public enum Type {
  STRING {
    @Override
    Object parse(JsonNode value) {
      return value.asString();
    }
  },
  INTEGER {
    @Override
    Object parse(JsonNode value) {
      try {
        return Long.valueOf(value.asString().strip());
      } catch (NumberFormatException e) {
        throw new InvalidValueException(
            "Cannot convert value to integer (bad value): " + value.asString());
      }
    }
  },
  FLOAT {
    @Override
    Object parse(JsonNode value) {
      try {
        return Double.valueOf(value.asString().strip());
      } catch (NumberFormatException e) {
        throw new InvalidValueException(
            "Cannot convert value to floating point (bad value): " + value.asString());
      }
    }
  },
  BOOLEAN {
    @Override
    Object parse(JsonNode value) {
      return switch (value.asString().strip()) {
        case "true", "True", "TRUE" -> true;
        case "false", "False", "FALSE" -> false;
        default ->
            throw new InvalidValueException(
                "Cannot convert value to boolean (bad value):" + value.asString());
      };
    }
  },
  /** Kept as microseconds since 1970. */
  TIMESTAMP {
    @Override
    Object parse(JsonNode value) {
      return Timestamps.parse(value.asString());
    }

    @Override
    String text(Object kept, boolean microseconds) {
      long micros = (Long) kept;
      return microseconds
          ? Long.toString(micros)
          : Double.toString(BigDecimal.valueOf(micros, 6).doubleValue());
    }
  };

  /**
   * Reads a value that is not null.
   *
   * @throws InvalidValueException when it is none of this type
   */
  abstract Object parse(JsonNode value);

  /**
   * Writes a value, always as text.
   *
   * @param microseconds whether timestamps are microseconds rather than seconds with a fraction
   */
  String text(Object kept, boolean microseconds) {
    return kept.toString();
  }
}
