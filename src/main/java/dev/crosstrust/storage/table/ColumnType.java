package dev.crosstrust.storage.table;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The types of columns, and how their values are written. {@code tabledata.insertAll} takes all but
 * records as text, so that no number loses digits on its way.
 *
 * @see <a href="https://cloud.google.com/bigquery/docs/reference/standard-sql/data-types">Data
 *     types</a>
 */
public enum ColumnType {
  STRING("any text"),
  BYTES("base64, for example aGVsbG8="),
  INT64("a whole number of 64 bits, for example -42"),
  FLOAT64("a number, for example 1.5e3, NaN or -Infinity"),
  NUMERIC("a number with up to 29 digits before the point and 9 behind it"),
  BIGNUMERIC("a number with up to 38 digits before the point and 38 behind it"),
  BOOL("true or false"),
  TIMESTAMP("a moment, for example 2026-11-21 12:00:00.5 UTC"),
  DATETIME("a date and a time, for example 2026-11-21 12:00:00.5"),
  DATE("a date, for example 2026-11-21"),
  TIME("a time of day, for example 12:00:00.5"),
  JSON("JSON, for example {\"a\": [1, 2]}"),
  /** Written as a JSON object. */
  RECORD("a JSON object"),
  /** A type that is not looked into: whatever is typed is sent. */
  OTHER("text");

  private final String form;

  ColumnType(String form) {
    this.form = form;
  }

  /** The type of this name, in either of its spellings. */
  static ColumnType named(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "STRING" -> STRING;
      case "BYTES" -> BYTES;
      case "INTEGER", "INT64" -> INT64;
      case "FLOAT", "FLOAT64" -> FLOAT64;
      case "NUMERIC", "DECIMAL" -> NUMERIC;
      case "BIGNUMERIC", "BIGDECIMAL" -> BIGNUMERIC;
      case "BOOLEAN", "BOOL" -> BOOL;
      case "TIMESTAMP" -> TIMESTAMP;
      case "DATETIME" -> DATETIME;
      case "DATE" -> DATE;
      case "TIME" -> TIME;
      case "JSON" -> JSON;
      case "RECORD", "STRUCT" -> RECORD;
      default -> OTHER;
    };
  }

  /** How a value is written, for people. */
  public String form() {
    return form;
  }

  /**
   * A value in the form that is sent.
   *
   * @throws IllegalArgumentException when the text is none
   */
  String read(String text) {
    return switch (this) {
      case STRING, RECORD, OTHER -> text;
      case BYTES -> Scalars.bytes(text);
      case INT64 -> Scalars.integer(text);
      case FLOAT64 -> Scalars.floating(text);
      case NUMERIC -> Scalars.numeric(text);
      case BIGNUMERIC -> Scalars.big(text);
      case BOOL -> Scalars.bool(text);
      case TIMESTAMP -> Moments.timestamp(text);
      case DATETIME -> Moments.datetime(text);
      case DATE -> Moments.date(text);
      case TIME -> Moments.time(text);
      case JSON -> Scalars.json(text);
    };
  }

  /** The moment, where the type holds one; those without a zone in UTC. */
  Optional<String> suggestion(Instant now) {
    return switch (this) {
      case TIMESTAMP -> Optional.of(Moments.text(now));
      case DATETIME -> Optional.of(Moments.datetimeText(now));
      case DATE -> Optional.of(Moments.datetimeText(now).substring(0, Moments.DATE_LENGTH));
      case TIME -> Optional.of(Moments.datetimeText(now).substring(Moments.DATE_LENGTH + 1));
      default -> Optional.empty();
    };
  }
}
