package dev.crosstrust.storage.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row that is to be inserted.
 *
 * @param values by column, as {@link Column#value} gives them; what is absent is null there
 */
public record Row(Map<String, Object> values) {
  public Row {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Holds what was typed against the columns.
   *
   * @param texts by column; an absent one has no value, and neither has a blank one that is no text
   * @throws IllegalArgumentException when something is missing, wrong or of no column, with a
   *     sentence for the user
   */
  public static Row of(List<Column> columns, Map<String, String> texts) {
    for (String name : texts.keySet()) {
      if (columns.stream().noneMatch(column -> column.name().equals(name))) {
        throw new IllegalArgumentException("the table has no column %s".formatted(name));
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column column : columns) {
      String text = texts.get(column.name());
      if (text != null && (isText(column) || !text.isBlank())) {
        values.put(column.name(), column.value(text));
      } else if (column.mode() == Column.Mode.REQUIRED) {
        throw Values.required(column.name());
      }
    }
    return new Row(values);
  }

  private static boolean isText(Column column) {
    return column.type() == ColumnType.STRING && column.mode() != Column.Mode.REPEATED;
  }
}
