package dev.crosstrust.trust.aws.policy;

import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.KeyValue.Absent;
import dev.crosstrust.trust.aws.policy.KeyValue.Known;
import dev.crosstrust.trust.aws.policy.KeyValue.Perhaps;
import dev.crosstrust.trust.aws.policy.KeyValue.Unknown;
import dev.crosstrust.trust.aws.policy.Operator.Quantifier;
import dev.crosstrust.trust.aws.policy.Variables.Filled;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One key under one operator.
 *
 * @param written the operator as the policy writes it
 * @param literals the values, as JSON has them
 * @param variables whether the document's version knows variables
 */
public record Condition(
    String written, Operator operator, String key, List<JsonNode> literals, boolean variables) {
  public Condition {
    literals = List.copyOf(literals);
  }

  /** The values, as texts. */
  public List<String> wants() {
    return literals.stream().map(it -> it.asString("")).toList();
  }

  /** Whether it holds for a request. */
  public Ternary holds(RequestKeys keys) {
    KeyValue value = keys.get(key);
    if (value instanceof Perhaps(String one)) {
      Ternary with = holds(KeyValue.of(one), keys);
      return with == holds(KeyValue.absent(), keys) ? with : Ternary.UNDECIDED;
    }
    return holds(value, keys);
  }

  private Ternary holds(KeyValue value, RequestKeys keys) {
    if (literals.isEmpty()) {
      return holdsOfNothing(value);
    }
    if (operator.comparison() == Comparison.NULL) {
      return isNull(value);
    }
    return switch (value) {
      case Unknown _, Perhaps _ -> Ternary.UNDECIDED;
      case Absent _ -> holdsWithout();
      case Known known -> holds(known, new Variables(keys));
    };
  }

  /**
   * Whether it holds where the policy has an empty list. Of set operators it is written; of others
   * the guide says that such a list does not affect the policy, and people have seen no.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Empty
   *     array condition</a>
   */
  private Ternary holdsOfNothing(KeyValue value) {
    return switch (operator.quantifier()) {
      case ANY -> Ternary.NO;
      case ONE -> operator.ifExists() && isThere(value) ? Ternary.NO : Ternary.UNDECIDED;
      case ALL -> isThere(value) ? Ternary.NO : isAbsent(value);
    };
  }

  private static boolean isThere(KeyValue value) {
    return value instanceof Known;
  }

  private static Ternary isAbsent(KeyValue value) {
    return value instanceof Absent ? Ternary.YES : Ternary.UNDECIDED;
  }

  /**
   * Whether it holds where the key is not there. Of {@code ForAnyValue:} with {@code IfExists} the
   * guide says yes, and people have seen no.
   */
  private Ternary holdsWithout() {
    return switch (operator.quantifier()) {
      case ALL -> Ternary.YES;
      case ANY -> operator.ifExists() ? Ternary.UNDECIDED : Ternary.NO;
      case ONE -> Ternary.of(operator.ifExists() || operator.negated());
    };
  }

  private Ternary isNull(KeyValue value) {
    boolean wantsNull = wants().stream().anyMatch("true"::equalsIgnoreCase);
    boolean wantsValue = !wants().stream().allMatch("true"::equalsIgnoreCase);
    return switch (value) {
      case Absent _ -> Ternary.of(wantsNull);
      case Known _ -> Ternary.of(wantsValue);
      case Unknown _, Perhaps _ -> wantsNull && wantsValue ? Ternary.YES : Ternary.UNDECIDED;
    };
  }

  private Ternary holds(Known known, Variables fill) {
    List<Ternary> each = known.values().stream().map(has -> holds(has, fill)).toList();
    return switch (operator.quantifier()) {
      case ONE -> known.list() ? Ternary.NO : each.getFirst();
      case ANY -> Ternary.any(each.stream());
      case ALL -> Ternary.all(each.stream());
    };
  }

  private Ternary holds(String has, Variables fill) {
    if (!operator.comparison().reads(has)) {
      return Ternary.NO;
    }
    Ternary found = Ternary.any(wants().stream().map(want -> fits(want, has, fill)));
    return operator.negated() ? found.not() : found;
  }

  private Ternary fits(String want, String has, Variables fill) {
    return switch (filled(want, fill)) {
      case Filled.Whole(Wildcards pattern) -> Ternary.of(operator.comparison().fits(pattern, has));
      case Filled.Unresolved _ -> Ternary.NO;
      case Filled.Open _ -> Ternary.UNDECIDED;
    };
  }

  private Filled filled(String want, Variables fill) {
    return variables && operator.comparison().isOfTexts()
        ? fill.fill(want)
        : new Filled.Whole(Wildcards.of(want));
  }

  /** Whether one of the policy's values would be a request's, were it not for its case. */
  public boolean fitsButForCase(String want, String has, RequestKeys keys) {
    return operator.comparison().isOfTexts()
        && operator.comparison().reads(has)
        && filled(want, new Variables(keys)) instanceof Filled.Whole(Wildcards pattern)
        && !operator.comparison().fits(pattern, has)
        && operator.comparison().fits(pattern.inSmallLetters(), Wildcards.small(has));
  }

  /**
   * Whether it asks a value of the key that the policy chooses: not any there is, not one that the
   * request brings along.
   */
  public boolean pins() {
    return operator.quantifier() != Quantifier.ALL && pinsWhereThere();
  }

  /** Whether it does of a key that is always there, of which a set operator asks as much. */
  public boolean pinsWhereThere() {
    return !operator.negated()
        && !operator.ifExists()
        && operator.comparison().pins()
        && wants().stream().noneMatch(this::isAnything);
  }

  /** Whether it pins the key to values that are written out. */
  public boolean pinsExactly() {
    return pins()
        && (!operator.comparison().takesPatterns()
            || wants().stream().noneMatch(Patterns::isPattern));
  }

  private boolean isAnything(String value) {
    boolean wild = !value.isEmpty() && value.chars().allMatch(it -> Wildcards.isWild((char) it));
    return wild || (variables && value.contains("${"));
  }
}
