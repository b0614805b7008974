package dev.crosstrust.sandbox.google.cel;

import dev.cel.common.values.NullValue;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * JSON as expressions see it. Whole numbers stay whole here; what Google's own engine makes of them
 * is not published.
 */
public final class JsonValues {
  private JsonValues() {}

  /** The members of an object, by name; of anything else none. */
  public static Map<String, Object> members(JsonNode object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
    return members;
  }

  private static Object of(JsonNode node) {
    if (node.isObject()) {
      return members(node);
    }
    if (node.isArray()) {
      return node.valueStream().map(JsonValues::of).toList();
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNull() ? NullValue.NULL_VALUE : node.asString();
  }
}
