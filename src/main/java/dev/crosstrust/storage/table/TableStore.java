package dev.crosstrust.storage.table;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.storage.Pages;
import java.util.List;

/**
 * Tables, seen with borrowed access. Every method blocks for the one call that it makes, or that
 * each of its pages makes, and ends as {@code CANCELLED} when its thread is interrupted. Nothing
 * here needs permission to create jobs.
 */
public interface TableStore {
  /** The datasets of a project that one may see, without a word on others. */
  Pages<DatasetName> datasets(String project);

  /** The tables and views of a dataset. */
  Pages<TableEntry> tables(DatasetName dataset);

  /** The schema of a table. */
  Outcome<List<Column>> columns(TableName table);

  /**
   * Inserts one row, once: sent again by whoever is in between, it is taken once.
   *
   * @return the row; refused also when the service answers that it did not take it
   */
  Outcome<Row> insert(TableName table, Row row);

  /**
   * The rows of a table, in no order that is promised. A row that was inserted a moment ago may be
   * missing yet.
   *
   * @param columns the table's, by which cells are read; empty when they are not known
   * @param size how many a page has at most
   */
  Pages<StoredRow> rows(TableName table, List<Column> columns, int size);
}
