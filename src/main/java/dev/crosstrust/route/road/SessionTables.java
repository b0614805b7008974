package dev.crosstrust.route.road;

import dev.crosstrust.finding.Shell;
import dev.crosstrust.storage.table.DatasetName;
import dev.crosstrust.storage.table.TableName;
import dev.crosstrust.storage.table.TableStore;
import org.jspecify.annotations.Nullable;

/**
 * The tables beside the storage that a route has led to. Rows that are inserted by it are people's
 * data, and stay out of the evidence.
 *
 * @param project whose datasets there are to list; null where the route names none
 */
public record SessionTables(TableStore store, @Nullable String project) {
  /** How {@code bq} lists the datasets; without a project it takes its own. */
  public String listDatasets() {
    return project == null ? "bq ls" : "bq ls --project_id=" + Shell.quoted(project);
  }

  /** How {@code bq} lists the tables. */
  public String listTables(DatasetName dataset) {
    return "bq ls " + Shell.quoted(dataset.forBq());
  }

  /** How {@code bq} shows the first rows, which needs no job. */
  public String showRows(TableName table) {
    return "bq head " + Shell.quoted(table.forBq());
  }
}
