package dev.crosstrust.trust.google.cel;

import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Claims as CEL values. Google speaks of their JSON representation and does not say what becomes of
 * a number: it may be a double, as in a protobuf Struct, or an integer.
 */
enum Claims {
  /** Every number is a double. */
  DOUBLES,
  /** Whole numbers are integers. */
  INTEGERS;

  Map<String, Object> object(JsonNode object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), value(member.getValue())));
    return members;
  }

  private Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case OBJECT -> object(node);
      case ARRAY -> {
        List<Object> elements = new ArrayList<>();
        node.forEach(element -> elements.add(value(element)));
        yield elements;
      }
      default -> NullValue.NULL_VALUE;
    };
  }

  private Object number(JsonNode node) {
    if (this == INTEGERS && node.canConvertToExactIntegral() && node.canConvertToLong()) {
      return node.longValue();
    }
    return node.doubleValue();
  }
}
