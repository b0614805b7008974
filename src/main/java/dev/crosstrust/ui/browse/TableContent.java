package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.table.Column;
import dev.crosstrust.storage.table.TableName;
import java.util.List;

/** What is found at a place among the tables. */
sealed interface TableContent {
  /** Datasets or tables, to open one. */
  record Names(List<TablePlace> places) implements TableContent {
    public Names {
      places = List.copyOf(places);
    }
  }

  /** A table whose schema is known; its rows are asked for on their own. */
  record Opened(TableName table, List<Column> columns) implements TableContent {
    public Opened {
      columns = List.copyOf(columns);
    }
  }
}
