package dev.crosstrust.storage.table;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table of BigQuery.
 *
 * @param table letters, digits, connectors such as the underscore, dashes and spaces
 * @see <a href="https://cloud.google.com/bigquery/docs/tables#table_naming">Table naming</a>
 */
public record TableName(DatasetName dataset, String table) {
  private static final Pattern TABLE =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Pd}\\p{Zs}]+");
  private static final int LONGEST_BYTES = 1024;

  /**
   * @throws IllegalArgumentException when there cannot be one, with a sentence for the user
   */
  public TableName {
    if (!TABLE.matcher(table).matches()
        || table.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      throw new IllegalArgumentException("\"%s\" cannot be the name of a table".formatted(table));
    }
  }

  /**
   * Reads {@code dataset.table}, {@code project.dataset.table} and {@code project:dataset.table} as
   * legacy SQL writes it; projects of a domain have a colon of their own.
   *
   * @param project of a table that names none; null when there is no such project
   * @throws IllegalArgumentException when it is none of these, with a sentence for the user
   */
  public static TableName parse(String text, @Nullable String project) {
    int table = text.lastIndexOf('.');
    int dataset = Math.max(text.lastIndexOf('.', table - 1), text.lastIndexOf(':', table - 1));
    if (table < 0) {
      throw new IllegalArgumentException(
          "\"%s\" names no table: write dataset.table or project.dataset.table".formatted(text));
    }
    String of = dataset < 0 ? project : text.substring(0, dataset);
    if (of == null) {
      throw new IllegalArgumentException(
          "\"%s\" names no project: write project.dataset.table".formatted(text));
    }
    return new TableName(
        new DatasetName(of, text.substring(dataset + 1, table)), text.substring(table + 1));
  }

  /** {@code project:dataset.table}, as {@code bq} reads it. */
  public String forBq() {
    return dataset.forBq() + "." + table;
  }

  /** {@code project.dataset.table}. */
  @Override
  public String toString() {
    return dataset + "." + table;
  }
}
