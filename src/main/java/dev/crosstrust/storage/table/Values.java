package dev.crosstrust.storage.table;

import dev.crosstrust.storage.table.Column.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Holds what was typed against a schema. Each method throws IllegalArgumentException with a
 * sentence that begins with the column, or the path to the field of a record.
 */
final class Values {
  private Values() {}

  static Object of(Column column, String text) {
    if (column.mode() == Mode.REPEATED) {
      return repeated(column, column.name(), json(column, text, "a JSON array"));
    }
    return column.type() == ColumnType.RECORD
        ? record(column, column.name(), json(column, text, column.type().form()))
        : scalar(column, column.name(), text);
  }

  private static JsonNode json(Column column, String text, String wanted) {
    try {
      return Scalars.JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("%s wants %s".formatted(column.name(), wanted), e);
    }
  }

  private static Object scalar(Column column, String path, String text) {
    try {
      return column.type().read(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is %s: write %s".formatted(path, column.typeName(), column.type().form()), e);
    }
  }

  private static List<Object> repeated(Column column, String path, JsonNode json) {
    if (!json.isArray()) {
      throw new IllegalArgumentException("%s wants a JSON array".formatted(path));
    }
    List<Object> values = new ArrayList<>();
    for (JsonNode element : json) {
      String at = "%s[%d]".formatted(path, values.size());
      if (element.isNull()) {
        throw new IllegalArgumentException("%s is null: an array has none of these".formatted(at));
      }
      values.add(single(column, at, element));
    }
    return List.copyOf(values);
  }

  private static Object single(Column column, String path, JsonNode json) {
    return switch (column.type()) {
      case RECORD -> record(column, path, json);
      case JSON -> json.toString();
      default -> {
        if (json.isContainer()) {
          throw new IllegalArgumentException(
              "%s is %s: write %s".formatted(path, column.typeName(), column.type().form()));
        }
        yield scalar(column, path, json.asString());
      }
    };
  }

  private static Map<String, Object> record(Column column, String path, JsonNode json) {
    if (!json.isObject()) {
      throw new IllegalArgumentException("%s wants a JSON object".formatted(path));
    }
    for (String name : json.propertyNames()) {
      if (column.fields().stream().noneMatch(field -> field.name().equals(name))) {
        throw new IllegalArgumentException("%s has no field %s".formatted(path, name));
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column field : column.fields()) {
      String at = path + "." + field.name();
      Object value = field(field, at, json.get(field.name()));
      if (value != null) {
        values.put(field.name(), value);
      }
    }
    return Map.copyOf(values);
  }

  private static @Nullable Object field(Column field, String path, @Nullable JsonNode json) {
    if (json == null || json.isNull()) {
      if (field.mode() == Mode.REQUIRED) {
        throw required(path);
      }
      return null;
    }
    return field.mode() == Mode.REPEATED ? repeated(field, path, json) : single(field, path, json);
  }

  static IllegalArgumentException required(String path) {
    return new IllegalArgumentException("%s is required".formatted(path));
  }
}
