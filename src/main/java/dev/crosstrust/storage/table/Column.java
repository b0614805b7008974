package dev.crosstrust.storage.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, or a field of a record.
 *
 * @param typeName as BigQuery names it; a type that is not known here is kept by its name
 * @param description null where there is none
 * @param fields of a record; else empty
 * @param maxLength of a text in characters, of bytes in these; null where there is no limit
 * @see <a
 *     href="https://cloud.google.com/bigquery/docs/reference/rest/v2/tables#TableFieldSchema">TableFieldSchema</a>
 */
public record Column(
    String name,
    String typeName,
    Mode mode,
    @Nullable String description,
    List<Column> fields,
    @Nullable Long maxLength) {
  public Column {
    fields = List.copyOf(fields);
  }

  /** A column without fields and description. */
  public static Column of(String name, String typeName, Mode mode) {
    return new Column(name, typeName, mode, null, List.of(), null);
  }

  /** How many values a row has in it. */
  public enum Mode {
    NULLABLE,
    REQUIRED,
    REPEATED
  }

  /** How its values are written. */
  public ColumnType type() {
    return ColumnType.named(typeName);
  }

  /**
   * What is typed, as BigQuery takes it: a text, a list or a map of these. A repeated column is
   * written as a JSON array, a record as a JSON object.
   *
   * @throws IllegalArgumentException when it does not fit, with a sentence for the user
   */
  public Object value(String text) {
    return Values.of(this, text);
  }

  /** The moment, for a column that holds one. */
  public Optional<String> suggestion(Instant now) {
    return mode == Mode.REPEATED ? Optional.empty() : type().suggestion(now);
  }
}
