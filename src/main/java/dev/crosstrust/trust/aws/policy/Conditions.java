package dev.crosstrust.trust.aws.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The conditions of a statement, be it of a trust policy or of one that gives permissions. */
public final class Conditions {
  private Conditions() {}

  /**
   * Reads them; none where the member is missing.
   *
   * @param json the member {@code Condition}
   * @param variables whether the document's version knows variables
   * @param where the statement is, for people
   * @throws MalformedPolicy for what AWS does not store
   */
  public static List<Condition> of(JsonNode json, boolean variables, String where)
      throws MalformedPolicy {
    if (!json.isObject() && !json.isMissingNode()) {
      throw new MalformedPolicy(where + ": Condition is no object.");
    }
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> block : json.properties()) {
      String written = block.getKey();
      Operator operator = Operator.of(written).orElse(null);
      if (operator == null || !block.getValue().isObject()) {
        throw new MalformedPolicy(
            operator == null
                ? "%s: there is no operator \"%s\".".formatted(where, written)
                : "%s: %s is to have an object of keys.".formatted(where, written));
      }
      for (Map.Entry<String, JsonNode> key : block.getValue().properties()) {
        String place = "%s, %s, %s".formatted(where, written, key.getKey());
        List<JsonNode> values = values(operator, key.getValue(), place);
        conditions.add(new Condition(written, operator, key.getKey(), values, variables));
      }
    }
    return conditions;
  }

  private static List<JsonNode> values(Operator operator, JsonNode json, String place)
      throws MalformedPolicy {
    List<JsonNode> values = Texts.values(json, place);
    for (JsonNode value : values) {
      if (!operator.comparison().takes(value.asString(""))) {
        throw new MalformedPolicy(
            "%s: \"%s\" is not %s."
                .formatted(place, value.asString(""), operator.comparison().wanted()));
      }
    }
    return values;
  }
}
