package dev.crosstrust.diagnosis.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds code and sentence in the bodies in which the two clouds wrap them: AWS's XML and JSON, the
 * envelopes of Google's APIs and of OAuth. What is none of these is kept as it is.
 */
public final class ErrorBody {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern LEAF = Pattern.compile("<([A-Za-z0-9]+)>([^<]*)</\\1>");
  private static final Pattern PAGE = Pattern.compile("(?i)^\\s*<(!doctype\\s+html|html)\\b");

  private ErrorBody() {}

  /** What a body says; a blank message where it is empty. */
  public static Said read(@Nullable String body) {
    if (body == null || body.isBlank()) {
      return Said.plain("");
    }
    String text = body.strip();
    if (isPage(text)) {
      return Said.plain(text);
    }
    return switch (text.charAt(0)) {
      case '<' -> xml(text);
      case '{', '[' -> json(text);
      default -> Said.plain(text);
    };
  }

  /** Whether a text is a page of HTML, which the clouds' services never answer with. */
  public static boolean isPage(String text) {
    return PAGE.matcher(text).find();
  }

  /** By its leaves, so that an answer that was cut still tells what it can. */
  static Said xml(String text) {
    Map<String, String> leaves = XmlLeaves.of(text);
    Matcher leaf = LEAF.matcher(text);
    while (leaf.find()) {
      leaves.putIfAbsent(leaf.group(1), unescaped(leaf.group(2)));
    }
    String message = leaves.get("Message");
    return new Said(leaves.get("Code"), message == null ? text : message, leaves);
  }

  private static Said json(String text) {
    try {
      return of(JSON.readTree(text), text);
    } catch (JacksonException e) {
      return Said.plain(text);
    }
  }

  /**
   * What a body of JSON says.
   *
   * @param text the same as text, which is the sentence where it has none
   */
  static Said of(JsonNode root, String text) {
    JsonNode object = root.isArray() ? root.path(0) : root;
    JsonNode error = object.path("error");
    if (error.isObject()) {
      return google(error);
    }
    if (error.isString()) {
      return oauth(object);
    }
    return RowErrors.of(root)
        .orElseGet(
            () -> aws(object.path("Error").isObject() ? object.path("Error") : object, text));
  }

  private static Said google(JsonNode error) {
    Map<String, String> fields = new HashMap<>();
    put(fields, "status", error.path("status"));
    put(fields, "reason", error.path("errors").path(0).path("reason"));
    fields.putAll(details(error.path("details")));
    String code = fields.getOrDefault("status", fields.get("reason"));
    return new Said(code, error.path("message").asString(""), fields);
  }

  /** One of the errors that Google's older APIs list, where it stands by itself. */
  static Optional<Said> listed(JsonNode error) {
    String message = error.path("message").asString("");
    return error.path("domain").isString() && error.path("reason").isString() && !message.isEmpty()
        ? Optional.of(
            new Said(
                error.path("reason").asString(),
                message,
                Map.of("reason", error.path("reason").asString())))
        : Optional.empty();
  }

  /** What Google's newer APIs add to a sentence. */
  static Map<String, String> details(JsonNode details) {
    Map<String, String> fields = new HashMap<>();
    for (JsonNode detail : details) {
      if (detail.path("@type").asString("").endsWith("PreconditionFailure")) {
        put(fields, "reason", detail.path("violations").path(0).path("type"));
      }
      if (detail.path("@type").asString("").endsWith("ErrorInfo")) {
        put(fields, "reason", detail.path("reason"));
        detail.path("metadata").properties().forEach(m -> put(fields, m.getKey(), m.getValue()));
      }
    }
    return fields;
  }

  private static Said oauth(JsonNode object) {
    Map<String, String> fields = new HashMap<>();
    put(fields, "error_subtype", object.path("error_subtype"));
    return new Said(
        object.path("error").asString(), object.path("error_description").asString(""), fields);
  }

  private static Said aws(JsonNode error, String text) {
    String type = first(error, "__type", "Code", "code");
    String message = first(error, "message", "Message", "errorMessage");
    return type == null && message == null
        ? Said.plain(text)
        : new Said(
            type == null ? null : type.substring(type.indexOf('#') + 1),
            message == null ? text : message,
            Map.of());
  }

  private static @Nullable String first(JsonNode object, String... names) {
    for (String name : names) {
      if (object.path(name).isString()) {
        return object.path(name).asString();
      }
    }
    return null;
  }

  private static void put(Map<String, String> fields, String name, JsonNode value) {
    if (value.isString()) {
      fields.put(name, value.asString());
    }
  }

  private static String unescaped(String xml) {
    return xml.replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
