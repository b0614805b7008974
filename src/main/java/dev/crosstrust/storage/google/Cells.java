package dev.crosstrust.storage.google;

import com.google.api.client.util.Data;
import dev.crosstrust.storage.table.Column;
import dev.crosstrust.storage.table.Column.Mode;
import dev.crosstrust.storage.table.ColumnType;
import dev.crosstrust.storage.table.Moments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cells of a row as texts. BigQuery gives all values as texts, a timestamp as microseconds
 * since 1970, a repeated value as a list of {@code {"v": …}}, a record as {@code {"f": [{"v":
 * …}]}}.
 */
final class Cells {
  private Cells() {}

  /**
   * A moment in UTC, lists and records as JSON, anything else as it comes.
   *
   * @param column null when it is not known
   * @return null where there is no value
   */
  static @Nullable String text(@Nullable Column column, @Nullable Object value) {
    Object read = value(column, value);
    return read == null || read instanceof String
        ? (String) read
        : JsonMapper.shared().writeValueAsString(read);
  }

  private static @Nullable Object value(@Nullable Column column, @Nullable Object value) {
    if (value == null || Data.isNull(value)) {
      return null;
    }
    if (column == null) {
      return value;
    }
    return column.mode() == Mode.REPEATED && value instanceof List<?> list
        ? list.stream().map(element -> single(column, inner(element))).toList()
        : single(column, value);
  }

  private static @Nullable Object single(Column column, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Map<?, ?> record -> fields(column, record);
      case String micros when column.type() == ColumnType.TIMESTAMP -> moment(micros);
      default -> value;
    };
  }

  private static Object fields(Column column, Map<?, ?> record) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    List<?> cells = record.get("f") instanceof List<?> list ? list : new ArrayList<>();
    for (int i = 0; i < Math.min(cells.size(), column.fields().size()); i++) {
      Column field = column.fields().get(i);
      fields.put(field.name(), value(field, inner(cells.get(i))));
    }
    return fields;
  }

  private static @Nullable Object inner(@Nullable Object cell) {
    return cell instanceof Map<?, ?> map ? map.get("v") : cell;
  }

  private static String moment(String micros) {
    try {
      return Moments.text(Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS));
    } catch (NumberFormatException e) {
      return micros;
    }
  }
}
