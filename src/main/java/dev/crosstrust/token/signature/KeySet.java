package dev.crosstrust.token.signature;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keys as a JWK Set has them (RFC 7517, 5), each read only when it is wanted: one that is broken
 * must not spoil the others.
 *
 * @param from where they are from, for people
 */
record KeySet(List<ObjectNode> keys, String from) {
  private static final JsonMapper JSON = new JsonMapper();

  KeySet {
    keys = List.copyOf(keys);
  }

  static Outcome<KeySet> parse(String text, String from) {
    try {
      JsonNode json = JSON.readTree(text);
      JsonNode keys = json.has("kty") ? JSON.createArrayNode().add(json) : json.path("keys");
      if (!keys.isArray()) {
        return notKeys(from);
      }
      return Outcome.done(
          new KeySet(
              keys.valueStream()
                  .filter(ObjectNode.class::isInstance)
                  .map(ObjectNode.class::cast)
                  .toList(),
              from));
    } catch (JacksonException e) {
      return notKeys(from);
    }
  }

  private static Outcome<KeySet> notKeys(String from) {
    return Outcome.broken(Kind.NOT_UNDERSTOOD, "There is no JWK Set in %s.".formatted(from));
  }

  /** The same without symmetric keys: published, they are nobody's secret. */
  KeySet published() {
    return new KeySet(keys.stream().filter(key -> !isSecret(key)).toList(), from);
  }

  /** Whether public and secret keys are mixed, so that one could be taken for the other. */
  boolean mixed() {
    return keys.stream().map(KeySet::isSecret).distinct().count() > 1;
  }

  private static boolean isSecret(ObjectNode key) {
    return key.path("kty").stringValue("").equals("oct");
  }

  /** Secret keys may be among them. */
  @Override
  public String toString() {
    return "KeySet[%d keys from %s]".formatted(keys.size(), from);
  }
}
