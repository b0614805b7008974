package dev.crosstrust.trust.aws.policy;

import dev.crosstrust.trust.Ternary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Whom a statement is about.
 *
 * @param negated whether it is {@code NotPrincipal}
 * @param everybody whether it is a mere {@code *}
 * @param named kind, such as {@code Federated}, to names
 */
public record PrincipalElement(
    boolean negated, boolean everybody, Map<String, List<String>> named) {
  private static final Set<String> KINDS = Set.of("AWS", "Federated", "Service", "CanonicalUser");

  /**
   * Reads one.
   *
   * @param json the member {@code Principal} or {@code NotPrincipal}
   * @param where the statement is, for people
   * @throws MalformedPolicy for what AWS does not store
   */
  public static PrincipalElement of(JsonNode json, boolean negated, String where)
      throws MalformedPolicy {
    if (json.isString() && json.stringValue().equals("*")) {
      return new PrincipalElement(negated, true, Map.of());
    }
    if (!json.isObject() || json.isEmpty()) {
      throw new MalformedPolicy(
          "%s: a principal is \"*\", or an object such as {\"Federated\": …}.".formatted(where));
    }
    Map<String, List<String>> named = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> kind : json.properties()) {
      if (!KINDS.contains(kind.getKey())) {
        throw new MalformedPolicy(
            "%s: there is no kind of principal \"%s\".".formatted(where, kind.getKey()));
      }
      named.put(kind.getKey(), Texts.of(kind.getValue(), where + ", Principal"));
    }
    return new PrincipalElement(negated, false, named);
  }

  /** The identity providers it names. */
  public List<String> federated() {
    return named.getOrDefault("Federated", List.of());
  }

  /**
   * Whether it names an identity provider, or, negated, does not. Of {@code {"AWS": "*"}} it is
   * known that it does not mean the bearer of a token; of a mere {@code *} it is not.
   */
  public Ternary isAbout(Predicate<String> isProvider) {
    if (everybody) {
      return Ternary.UNDECIDED;
    }
    return Ternary.of(federated().stream().anyMatch(isProvider) != negated);
  }

  /** For people, as short as it can be. */
  public String shown() {
    String who =
        everybody
            ? "*"
            : named.entrySet().stream()
                .map(PrincipalElement::shown)
                .collect(Collectors.joining(", "));
    return negated ? "not " + who : who;
  }

  private static String shown(Map.Entry<String, List<String>> kind) {
    String names = String.join(", ", kind.getValue());
    return kind.getKey().equals("Federated") ? names : kind.getKey() + " " + names;
  }
}
