package dev.crosstrust.sandbox.google.federation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change of some fields: those that the mask names take the body's value, or their default where
 * the body has none.
 *
 * @param mask paths separated by commas, in camel or in snake case
 */
record PoolPatch(String mask, JsonNode body) {
  private static final String INVALID = "Request contains an invalid argument.";
  private static final Pattern SNAKE = Pattern.compile("_([a-z])");

  /**
   * The pool as it is after the change.
   *
   * @throws IllegalArgumentException when the mask names what a pool does not have
   */
  Pool apply(Pool pool) {
    Pool changed = pool;
    for (String path : paths()) {
      changed =
          switch (path) {
            case "displayName" -> changed.shown(text(path));
            case "disabled" -> changed.disabled(flag(path));
            default -> throw new IllegalArgumentException(INVALID);
          };
    }
    return changed;
  }

  /**
   * The provider as it is after the change.
   *
   * @throws IllegalArgumentException when the mask names what this provider does not have
   */
  Provider apply(Provider provider) {
    Provider changed = provider;
    for (String path : paths()) {
      changed =
          switch (path) {
            case "displayName" -> changed.shown(text(path));
            case "disabled" -> changed.disabled(flag(path));
            case "attributeCondition" -> changed.condition(text(path));
            case "attributeMapping" -> changed.mapping(mapping());
            default -> changed.believing(source(changed.source(), path));
          };
    }
    return changed;
  }

  /** One provider is of one kind all its life. */
  private Source source(Source now, String path) {
    return switch (now) {
      case Source.Oidc oidc -> oidc(oidc, path);
      case Source.Aws _ when path.equals("aws") || path.equals("aws.accountId") ->
          new Source.Aws(text("aws.accountId"));
      case Source.Aws _ -> throw new IllegalArgumentException(INVALID);
    };
  }

  private Source oidc(Source.Oidc now, String path) {
    return switch (path) {
      case "oidc" -> new Source.Oidc(text("oidc.issuerUri"), audiences(), keys());
      case "oidc.issuerUri" -> new Source.Oidc(text(path), now.allowedAudiences(), now.jwksJson());
      case "oidc.allowedAudiences" -> new Source.Oidc(now.issuerUri(), audiences(), now.jwksJson());
      case "oidc.jwksJson" -> new Source.Oidc(now.issuerUri(), now.allowedAudiences(), keys());
      default -> throw new IllegalArgumentException(INVALID);
    };
  }

  private List<String> audiences() {
    return value("oidc.allowedAudiences").valueStream().map(JsonNode::asString).toList();
  }

  private @Nullable String keys() {
    String keys = text("oidc.jwksJson");
    return keys.isEmpty() ? null : keys;
  }

  private Map<String, String> mapping() {
    Map<String, String> mapping = new LinkedHashMap<>();
    value("attributeMapping")
        .properties()
        .forEach(it -> mapping.put(it.getKey(), it.getValue().asString()));
    return mapping;
  }

  private String text(String path) {
    return value(path).asString("");
  }

  private boolean flag(String path) {
    return value(path).asBoolean(false);
  }

  private JsonNode value(String path) {
    return body.at("/" + path.replace('.', '/'));
  }

  private List<String> paths() {
    if (mask.isBlank()) {
      throw new IllegalArgumentException(INVALID);
    }
    return Arrays.stream(mask.split(",", -1))
        .map(path -> SNAKE.matcher(path).replaceAll(it -> it.group(1).toUpperCase(Locale.ROOT)))
        .toList();
  }
}
