package dev.crosstrust.sandbox.google.federation;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.crosstrust.sandbox.google.account.FederatedPrincipal;
import dev.crosstrust.sandbox.google.cel.Dialect;
import dev.crosstrust.sandbox.google.cel.Expression;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is to Google, by what the other side says: the mapping and the condition of one
 * provider, compiled. What is not there gives nothing, and what is there and no text is refused,
 * groups aside; then the condition is asked, as measured, then whether there is a subject and how
 * long it is.
 *
 * @see <a href="https://cloud.google.com/iam/docs/workload-identity-federation#mapping">Attribute
 *     mappings and conditions</a>
 */
final class Mapping {
  /** What holds for an AWS provider that was made without a mapping. */
  static final Map<String, String> DEFAULT_OF_AWS =
      Map.of(
          "google.subject",
          "assertion.arn",
          "attribute.aws_role",
          "assertion.arn.contains('assumed-role') ?"
              + " assertion.arn.extract('{account_arn}assumed-role/') + 'assumed-role/' +"
              + " assertion.arn.extract('assumed-role/{role_name}/') : assertion.arn");

  private static final CelType OBJECT = MapType.create(SimpleType.STRING, SimpleType.DYN);
  private static final int MOST_SUBJECT_BYTES = 127;
  private static final int MOST_BYTES = 8 * 1024;

  private final String pool;
  private final Map<String, Expression> attributes = new LinkedHashMap<>();
  private final Optional<Expression> condition;

  /**
   * Compiles the expressions of a provider.
   *
   * @throws IllegalArgumentException when one does not compile
   */
  Mapping(Provider provider) {
    Dialect claims = new Dialect(Map.of("assertion", OBJECT));
    Dialect all = new Dialect(Map.of("assertion", OBJECT, "google", OBJECT, "attribute", OBJECT));
    this.pool = provider.pool();
    provider.attributeMapping().forEach((key, it) -> attributes.put(key, claims.compile(it)));
    this.condition =
        Optional.of(provider.attributeCondition()).filter(it -> !it.isEmpty()).map(all::compile);
  }

  /**
   * Maps what the other side says.
   *
   * @param assertion claims by name
   * @throws dev.crosstrust.sandbox.google.api.GoogleError when the condition or a limit refuses
   */
  FederatedPrincipal map(Map<String, Object> assertion) {
    Map<String, Object> google = new LinkedHashMap<>();
    Map<String, Object> custom = new LinkedHashMap<>();
    attributes.forEach(
        (key, expression) -> {
          int dot = key.indexOf('.');
          Map<String, Object> place = key.startsWith("google.") ? google : custom;
          expression
              .evaluate(Map.of("assertion", assertion))
              .ifPresent(value -> place.put(key.substring(dot + 1), mapped(key, value)));
        });
    Map<String, Object> variables =
        Map.of("assertion", assertion, "google", google, "attribute", custom);
    if (condition.isPresent() && !condition.get().holds(variables)) {
      throw ExchangeErrors.conditionRefuses();
    }
    FederatedPrincipal principal =
        new FederatedPrincipal(
            pool, subject(google), texts(google.get("groups")), onlyTexts(custom));
    checkSize(principal);
    return principal;
  }

  private static Object mapped(String key, Object value) {
    boolean other =
        value instanceof Boolean
            || value instanceof Number
            || value instanceof List
            || value instanceof Map;
    if (other && !key.equals("google.groups")) {
      throw ExchangeErrors.noText(key);
    }
    return value;
  }

  private static String subject(Map<String, Object> google) {
    if (google.get("subject") instanceof String subject && !subject.isEmpty()) {
      return subject;
    }
    throw ExchangeErrors.noSubject();
  }

  private static List<String> texts(@Nullable Object groups) {
    List<String> texts = new ArrayList<>();
    if (groups instanceof List<?> list) {
      list.forEach(
          it -> {
            if (it instanceof String text) {
              texts.add(text);
            }
          });
    }
    return texts;
  }

  private static Map<String, String> onlyTexts(Map<String, Object> values) {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (value instanceof String text) {
            texts.put(name, text);
          }
        });
    return texts;
  }

  private static void checkSize(FederatedPrincipal principal) {
    if (bytes(principal.subject()) > MOST_SUBJECT_BYTES) {
      throw ExchangeErrors.subjectTooLong();
    }
    int all =
        bytes(principal.subject())
            + principal.groups().stream().mapToInt(Mapping::bytes).sum()
            + principal.attributes().values().stream().mapToInt(Mapping::bytes).sum();
    if (all > MOST_BYTES) {
      throw ExchangeErrors.attributesTooLarge();
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
