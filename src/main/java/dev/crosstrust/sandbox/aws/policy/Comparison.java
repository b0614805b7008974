package dev.crosstrust.sandbox.aws.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How a value of the request is held against a value of the policy: the operators without their
 * prefixes, suffixes and negations.
 */
public enum Comparison {
  STRING_EQUALS("StringEquals", "StringNotEquals"),
  STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"),
  STRING_LIKE("StringLike", "StringNotLike"),
  NUMERIC_EQUALS("NumericEquals", "NumericNotEquals"),
  NUMERIC_LESS_THAN("NumericLessThan", null),
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", null),
  NUMERIC_GREATER_THAN("NumericGreaterThan", null),
  NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", null),
  DATE_EQUALS("DateEquals", "DateNotEquals"),
  DATE_LESS_THAN("DateLessThan", null),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", null),
  DATE_GREATER_THAN("DateGreaterThan", null),
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", null),
  BOOL("Bool", null),
  BINARY_EQUALS("BinaryEquals", null),
  IP_ADDRESS("IpAddress", "NotIpAddress"),
  ARN_EQUALS("ArnEquals", "ArnNotEquals"),
  ARN_LIKE("ArnLike", "ArnNotLike"),
  NULL("Null", null);

  private final String operator;
  private final @Nullable String negation;

  Comparison(String operator, @Nullable String negation) {
    this.operator = operator;
    this.negation = negation;
  }

  String operator() {
    return operator;
  }

  /** The name of the operator that wants no match; order comparisons have none. */
  Optional<String> negation() {
    return Optional.ofNullable(negation);
  }

  boolean matches(String actual, Glob expected) {
    return switch (this) {
      case STRING_EQUALS -> actual.equals(expected.text());
      case STRING_EQUALS_IGNORE_CASE -> lower(actual).equals(lower(expected.text()));
      case STRING_LIKE -> expected.matches(actual);
      case NUMERIC_EQUALS -> numeric(actual, expected, order -> order == 0);
      case NUMERIC_LESS_THAN -> numeric(actual, expected, order -> order < 0);
      case NUMERIC_LESS_THAN_EQUALS -> numeric(actual, expected, order -> order <= 0);
      case NUMERIC_GREATER_THAN -> numeric(actual, expected, order -> order > 0);
      case NUMERIC_GREATER_THAN_EQUALS -> numeric(actual, expected, order -> order >= 0);
      case DATE_EQUALS -> date(actual, expected, order -> order == 0);
      case DATE_LESS_THAN -> date(actual, expected, order -> order < 0);
      case DATE_LESS_THAN_EQUALS -> date(actual, expected, order -> order <= 0);
      case DATE_GREATER_THAN -> date(actual, expected, order -> order > 0);
      case DATE_GREATER_THAN_EQUALS -> date(actual, expected, order -> order >= 0);
      // Anything but "true" is false.
      case BOOL -> Boolean.parseBoolean(actual) == Boolean.parseBoolean(expected.text());
      case BINARY_EQUALS -> Values.sameBytes(actual, expected.text());
      case IP_ADDRESS -> IpRange.matches(actual, expected);
      // ArnEquals takes wildcards too.
      case ARN_EQUALS, ARN_LIKE -> Arns.matches(actual, expected);
      // Asks for the presence of a key; its values are never compared.
      case NULL -> false;
    };
  }

  /**
   * Whether a value of the request is of this comparison's type. A malformed address or ARN
   * satisfies neither an operator nor its negation; a malformed number or date is just unequal.
   */
  boolean understands(String actual) {
    return switch (this) {
      case IP_ADDRESS -> IpRange.isAddress(actual);
      case ARN_EQUALS, ARN_LIKE -> Arns.isArn(actual);
      default -> true;
    };
  }

  /** Policy variables work with texts and ARNs, not with the other types. */
  boolean takesVariables() {
    return switch (this) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, ARN_EQUALS, ARN_LIKE -> true;
      default -> false;
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean numeric(String actual, Glob expected, IntPredicate order) {
    return Values.ordered(actual, expected.text(), Values::number, order);
  }

  private static boolean date(String actual, Glob expected, IntPredicate order) {
    return Values.ordered(actual, expected.text(), Values::date, order);
  }
}
