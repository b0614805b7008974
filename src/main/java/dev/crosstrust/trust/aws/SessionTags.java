package dev.crosstrust.trust.aws;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.KeyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a token brings for its session: tags, those of them that go on to further sessions, a source
 * identity.
 *
 * @param tags name to value; the case of names does not matter
 * @param transitive names of tags
 * @param sourceIdentity null where the token brings none
 * @param readable whether STS reads them: each tag in {@code principal_tags} is a list of one text
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Session
 *     tags</a>
 */
record SessionTags(
    Map<String, String> tags,
    List<String> transitive,
    @Nullable String sourceIdentity,
    Ternary readable) {
  static final String TAGS = "https://aws.amazon.com/tags";
  static final String SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";
  private static final String TAG = "aws:requesttag/";
  private static final String PRINCIPAL_TAGS = "principal_tags";
  private static final String TRANSITIVE = "transitive_tag_keys";

  /** None. */
  static final SessionTags NONE = new SessionTags(Map.of(), List.of(), null, Ternary.YES);

  static SessionTags of(@Nullable Jwt jwt) {
    return jwt == null ? NONE : new Reader(jwt.claims()).read();
  }

  /** The value of a key that tags bring about; empty for other keys. */
  Optional<KeyValue> value(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (lower.startsWith(TAG)) {
      return Optional.of(one(tags.get(key.substring(TAG.length()))));
    }
    return switch (lower) {
      case "aws:tagkeys" -> Optional.of(list(List.copyOf(tags.keySet())));
      case "sts:transitivetagkeys" -> Optional.of(list(transitive));
      case "sts:sourceidentity" -> Optional.of(one(sourceIdentity));
      default -> Optional.empty();
    };
  }

  private KeyValue one(@Nullable String value) {
    if (readable != Ternary.YES) {
      return KeyValue.unknown();
    }
    return value == null ? KeyValue.absent() : KeyValue.of(value);
  }

  /** A key of many values is a list even where there is one. */
  private KeyValue list(List<String> values) {
    if (readable != Ternary.YES) {
      return KeyValue.unknown();
    }
    return values.isEmpty() ? KeyValue.absent() : new KeyValue.Known(values, true);
  }

  /** Reads the claims, of which there is one for all tags or one for each. */
  private static final class Reader {
    private final JsonNode claims;
    private final Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> transitive = new ArrayList<>();
    private Ternary readable = Ternary.YES;

    Reader(JsonNode claims) {
      this.claims = claims;
    }

    SessionTags read() {
      JsonNode nested = claims.path(TAGS);
      if (!nested.isMissingNode()) {
        take(Ternary.of(nested.isObject()));
        take(Ternary.of(nested.path(PRINCIPAL_TAGS).isMissingNode() || nestedTags(nested)));
        keys(nested.path(TRANSITIVE));
      }
      claims.properties().stream()
          .filter(it -> it.getKey().startsWith(TAGS + "/" + PRINCIPAL_TAGS + "/"))
          .forEach(it -> flat(it.getKey(), it.getValue()));
      keys(claims.path(TAGS + "/" + TRANSITIVE));
      JsonNode identity = claims.path(SOURCE_IDENTITY);
      take(identity.isMissingNode() || identity.isString() ? Ternary.YES : Ternary.UNDECIDED);
      return new SessionTags(tags, transitive, identity.stringValue(null), readable);
    }

    private boolean nestedTags(JsonNode nested) {
      JsonNode written = nested.path(PRINCIPAL_TAGS);
      written
          .properties()
          .forEach(it -> tags.put(it.getKey(), it.getValue().path(0).stringValue("")));
      return written.isObject()
          && written.values().stream()
              .allMatch(it -> it.isArray() && it.size() == 1 && it.path(0).isString());
    }

    private void flat(String claim, JsonNode value) {
      take(value.isString() ? Ternary.YES : Ternary.UNDECIDED);
      tags.put(claim.substring(TAGS.length() + PRINCIPAL_TAGS.length() + 2), value.stringValue(""));
    }

    private void keys(JsonNode written) {
      boolean texts = written.isArray() && written.values().stream().allMatch(JsonNode::isString);
      take(written.isMissingNode() || texts ? Ternary.YES : Ternary.UNDECIDED);
      written.values().forEach(it -> transitive.add(it.stringValue("")));
    }

    private void take(Ternary one) {
      readable = readable.and(one);
    }
  }
}
