package dev.crosstrust.storage.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that is there.
 *
 * @param cells in the order of the columns, as texts; null where there is no value
 */
public record StoredRow(List<@Nullable String> cells) {
  public StoredRow {
    cells = Collections.unmodifiableList(new ArrayList<>(cells));
  }

  /** Whether it has the values of a row that was inserted, as far as these are texts. */
  public boolean holds(Row row, List<Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.values().get(columns.get(i).name());
      if (value instanceof String && !(i < cells.size() && value.equals(cells.get(i)))) {
        return false;
      }
    }
    return true;
  }
}
