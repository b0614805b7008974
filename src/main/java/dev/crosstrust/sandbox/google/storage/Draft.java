package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.blob.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object about to be stored.
 *
 * @param settable see {@link StoredObject}
 */
record Draft(String name, Map<String, JsonNode> settable, Content content) {
  private static final List<String> SETTABLE =
      List.of(
          "contentType",
          "contentEncoding",
          "contentDisposition",
          "contentLanguage",
          "cacheControl",
          "customTime",
          "eventBasedHold",
          "metadata",
          "storageClass",
          "temporaryHold");

  /** What of an object resource the caller may choose; null takes a value away. */
  static Map<String, JsonNode> settable(ObjectNode resource, Map<String, JsonNode> before) {
    Map<String, JsonNode> chosen = new LinkedHashMap<>(before);
    for (String name : SETTABLE) {
      JsonNode value = resource.get(name);
      if (value != null && value.isNull()) {
        chosen.remove(name);
      } else if (value != null) {
        chosen.put(name, value);
      }
    }
    return chosen;
  }
}
