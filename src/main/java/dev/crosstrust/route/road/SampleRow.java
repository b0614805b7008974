package dev.crosstrust.route.road;

import dev.crosstrust.storage.table.Column;
import dev.crosstrust.storage.table.ColumnType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row as small as the schema takes it: the moment, a sentence, and something in every column that
 * wants a value.
 */
final class SampleRow {
  private static final String SENTENCE = "Written by a Crosstrust route to see whether it may.";

  private SampleRow() {}

  /**
   * As they would be typed: the first column of either kind, and all that want a value. A column of
   * a type that is not known here is left out.
   */
  static Map<String, String> texts(List<Column> columns, Instant now) {
    Map<String, String> texts = new LinkedHashMap<>();
    boolean dated = false;
    boolean said = false;
    for (Column column : columns) {
      ColumnType type = column.type();
      boolean first =
          (type == ColumnType.TIMESTAMP && !dated) || (type == ColumnType.STRING && !said);
      if (column.mode() == Column.Mode.REQUIRED
          || (first && column.mode() != Column.Mode.REPEATED)) {
        value(column, now).ifPresent(value -> texts.put(column.name(), typed(value)));
        dated |= type == ColumnType.TIMESTAMP;
        said |= type == ColumnType.STRING;
      }
    }
    return texts;
  }

  private static String typed(Object value) {
    return value instanceof String text ? text : JsonMapper.shared().writeValueAsString(value);
  }

  private static Optional<Object> value(Column column, Instant now) {
    return switch (column.type()) {
      case STRING -> Optional.of(sentence(column));
      case BYTES -> Optional.of("AA==");
      case INT64, FLOAT64, NUMERIC, BIGNUMERIC -> Optional.of("0");
      case BOOL -> Optional.of("false");
      case JSON -> Optional.of(Map.of());
      case RECORD -> Optional.of(record(column.fields(), now));
      case TIMESTAMP, DATETIME, DATE, TIME, OTHER -> column.suggestion(now).map(text -> text);
    };
  }

  private static String sentence(Column column) {
    Long most = column.maxLength();
    return most == null || most >= SENTENCE.length()
        ? SENTENCE
        : SENTENCE.substring(0, most.intValue());
  }

  private static Map<String, Object> record(List<Column> fields, Instant now) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column field : fields) {
      if (field.mode() == Column.Mode.REQUIRED) {
        value(field, now).ifPresent(value -> values.put(field.name(), value));
      }
    }
    return values;
  }
}
