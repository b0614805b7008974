package dev.crosstrust.sandbox.aws.policy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A condition operator as written, for example {@code ForAnyValue:StringNotLikeIfExists}.
 *
 * @param negated whether the values must not match
 * @param ifExists whether an absent key satisfies it
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 */
public record Operator(
    Quantifier quantifier, Comparison comparison, boolean negated, boolean ifExists) {
  private static final String IF_EXISTS = "IfExists";

  /** How an operator treats a key with several values. */
  public enum Quantifier {
    NONE,
    FOR_ANY_VALUE,
    FOR_ALL_VALUES
  }

  private record Base(Comparison comparison, boolean negated) {}

  private static final Map<String, Base> BY_NAME = names();

  /** Reads an operator's name; empty when there is no such operator. */
  static Optional<Operator> parse(String name) {
    String rest = name;
    Quantifier quantifier = Quantifier.NONE;
    if (rest.startsWith("ForAnyValue:")) {
      quantifier = Quantifier.FOR_ANY_VALUE;
    } else if (rest.startsWith("ForAllValues:")) {
      quantifier = Quantifier.FOR_ALL_VALUES;
    }
    rest = rest.substring(rest.indexOf(':') + 1);
    boolean ifExists = rest.endsWith(IF_EXISTS);
    Base base =
        BY_NAME.get(ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest);
    boolean unknownPrefix = name.contains(":") && quantifier == Quantifier.NONE;
    if (base == null || unknownPrefix || (ifExists && base.comparison() == Comparison.NULL)) {
      return Optional.empty();
    }
    return Optional.of(new Operator(quantifier, base.comparison(), base.negated(), ifExists));
  }

  /** What comes out when the request has no such key. */
  boolean holdsWithoutKey() {
    return switch (quantifier) {
      case NONE -> negated || ifExists;
      case FOR_ANY_VALUE -> ifExists;
      case FOR_ALL_VALUES -> true;
    };
  }

  private static Map<String, Base> names() {
    Map<String, Base> names = new TreeMap<>();
    for (Comparison comparison : Comparison.values()) {
      names.put(comparison.operator(), new Base(comparison, false));
      comparison.negation().ifPresent(name -> names.put(name, new Base(comparison, true)));
    }
    return names;
  }
}
