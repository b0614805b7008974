package dev.crosstrust.trust.google;

import dev.crosstrust.trust.JsonText;
import dev.crosstrust.trust.UnreadableDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A document in JSON whose members must be of certain kinds. */
record JsonDocument(JsonNode root) {
  /**
   * Reads an object.
   *
   * @throws UnreadableDocument with line and column, where it is not JSON
   */
  static JsonDocument read(String text) throws UnreadableDocument {
    if (text.isBlank()) {
      throw new UnreadableDocument("it is empty");
    }
    return of(JsonText.read(text, "it is not JSON: "::concat));
  }

  static JsonDocument of(JsonNode root) throws UnreadableDocument {
    if (!root.isObject()) {
      throw new UnreadableDocument("it is JSON, but not an object");
    }
    return new JsonDocument(root);
  }

  /** A member that may be missing. */
  @Nullable JsonNode member(String name) {
    JsonNode value = root.path(name);
    return value.isMissingNode() || value.isNull() ? null : value;
  }

  /** A text; null where it is missing or empty. */
  @Nullable String text(String name) throws UnreadableDocument {
    JsonNode value = member(name);
    if (value == null) {
      return null;
    }
    return text(name, value).isEmpty() ? null : value.stringValue();
  }

  static String text(String name, JsonNode value) throws UnreadableDocument {
    if (!value.isString()) {
      throw wrong(name, "a text");
    }
    return value.stringValue();
  }

  /** Whether it is true; no where it is missing. */
  boolean flag(String name) throws UnreadableDocument {
    JsonNode value = member(name);
    if (value != null && !value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value != null && value.booleanValue();
  }

  /** A member that is an object; null where it is missing. */
  @Nullable JsonDocument object(String name) throws UnreadableDocument {
    JsonNode value = member(name);
    if (value != null && !value.isObject()) {
      throw wrong(name, "an object");
    }
    return value == null ? null : new JsonDocument(value);
  }

  /** The elements of a list; none where it is missing. */
  List<JsonNode> list(String name) throws UnreadableDocument {
    JsonNode value = member(name);
    if (value != null && !value.isArray()) {
      throw wrong(name, "a list");
    }
    return value == null ? List.of() : value.valueStream().toList();
  }

  /** A list of texts; none where it is missing. */
  List<String> texts(String name) throws UnreadableDocument {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : list(name)) {
      texts.add(text("each of " + name, each));
    }
    return texts;
  }

  static UnreadableDocument wrong(String name, String wanted) {
    return new UnreadableDocument("%s is not %s".formatted(name, wanted));
  }
}
