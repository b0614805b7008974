package dev.crosstrust.trust.aws.policy;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Members of a policy that are one value or a list of them. */
final class Texts {
  private Texts() {}

  /** The values, which are texts, numbers or booleans. */
  static List<JsonNode> values(JsonNode json, String where) throws MalformedPolicy {
    List<JsonNode> values = new ArrayList<>();
    for (JsonNode value : json.isArray() ? json.values() : List.of(json)) {
      if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
        throw new MalformedPolicy("%s: a text is wanted, or a list of texts.".formatted(where));
      }
      values.add(value);
    }
    return values;
  }

  /** The values, which are all texts. */
  static List<String> of(JsonNode json, String where) throws MalformedPolicy {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : values(json, where)) {
      if (!value.isString()) {
        throw new MalformedPolicy("%s: a text is wanted, not %s.".formatted(where, value));
      }
      texts.add(value.stringValue());
    }
    return texts;
  }
}
