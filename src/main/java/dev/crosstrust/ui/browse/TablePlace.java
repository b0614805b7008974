package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.table.DatasetName;
import dev.crosstrust.storage.table.TableName;
import org.jspecify.annotations.Nullable;

/** Where one is among the tables. */
sealed interface TablePlace {
  /** As it is typed and shown. */
  String words();

  /**
   * All datasets of a project.
   *
   * @param id null where the route names none
   */
  record Project(@Nullable String id) implements TablePlace {
    @Override
    public String words() {
      return id == null ? "BigQuery" : "BigQuery · " + id;
    }
  }

  /** The tables of a dataset. */
  record Dataset(DatasetName name) implements TablePlace {
    @Override
    public String words() {
      return name.toString();
    }
  }

  /** The rows of a table. */
  record Table(TableName name) implements TablePlace {
    @Override
    public String words() {
      return name.toString();
    }
  }
}
