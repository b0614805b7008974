package dev.crosstrust.trust.aws.policy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * How an operator compares one value of a policy with one of a request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
public enum Comparison {
  STRING_EQUALS(Kind.TEXT),
  STRING_EQUALS_IGNORE_CASE(Kind.TEXT),
  STRING_LIKE(Kind.TEXT),
  NUMERIC_EQUALS(Kind.NUMBER),
  NUMERIC_LESS_THAN(Kind.NUMBER),
  NUMERIC_LESS_THAN_EQUALS(Kind.NUMBER),
  NUMERIC_GREATER_THAN(Kind.NUMBER),
  NUMERIC_GREATER_THAN_EQUALS(Kind.NUMBER),
  DATE_EQUALS(Kind.DATE),
  DATE_LESS_THAN(Kind.DATE),
  DATE_LESS_THAN_EQUALS(Kind.DATE),
  DATE_GREATER_THAN(Kind.DATE),
  DATE_GREATER_THAN_EQUALS(Kind.DATE),
  BOOL(Kind.BOOL),
  BINARY_EQUALS(Kind.BINARY),
  IP_ADDRESS(Kind.ADDRESS),
  ARN_LIKE(Kind.ARN),
  NULL(Kind.BOOL);

  private final Kind kind;

  Comparison(Kind kind) {
    this.kind = kind;
  }

  /** Whether a request's value is what the policy wants. */
  boolean fits(Wildcards want, String has) {
    return switch (this) {
      case STRING_EQUALS, BINARY_EQUALS -> want.text().equals(has);
      case STRING_EQUALS_IGNORE_CASE -> lower(want.text()).equals(lower(has));
      case STRING_LIKE -> want.fits(has);
      case BOOL, NULL -> isTrue(want.text()) == isTrue(has);
      case IP_ADDRESS -> Addresses.holds(want.text(), has);
      case ARN_LIKE -> Arns.fits(want, has);
      default -> fits(order(want.text(), has));
    };
  }

  /** How the request's value stands to the policy's; empty where one of them is of another kind. */
  private Optional<Integer> order(String want, String has) {
    return kind == Kind.NUMBER
        ? Numbers.parse(has).flatMap(own -> Numbers.parse(want).map(own::compareTo))
        : Dates.parse(has).flatMap(own -> Dates.parse(want).map(own::compareTo));
  }

  private boolean fits(Optional<Integer> order) {
    return order
        .filter(
            it ->
                switch (this) {
                  case NUMERIC_LESS_THAN, DATE_LESS_THAN -> it < 0;
                  case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> it <= 0;
                  case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> it > 0;
                  case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> it >= 0;
                  default -> it == 0;
                })
        .isPresent();
  }

  /**
   * Whether AWS stores a policy with this value. Under {@code Bool} and {@code Null} it stores any,
   * and takes all but {@code true} for false (measured by others).
   */
  boolean takes(String want) {
    return switch (kind) {
      case TEXT -> true;
      case NUMBER -> Numbers.parse(want).isPresent();
      case DATE -> Dates.parse(want).isPresent();
      case BOOL -> true;
      case BINARY -> isBase64(want);
      case ADDRESS -> Addresses.isNetwork(want);
      case ARN -> Arns.isPattern(want);
    };
  }

  /** Whether a request's value can be compared at all: an operator that negates cannot either. */
  boolean reads(String has) {
    return switch (kind) {
      case ADDRESS -> Addresses.bytes(has).isPresent();
      case ARN -> Arns.isArn(has);
      default -> true;
    };
  }

  /** Whether it asks for certain values, not for those of a range. */
  boolean pins() {
    return switch (this) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE -> true;
      case NUMERIC_EQUALS, ARN_LIKE, BINARY_EQUALS -> true;
      default -> false;
    };
  }

  /** Whether the values are compared letter by letter; a policy may have variables in them. */
  public boolean isOfTexts() {
    return kind == Kind.TEXT || kind == Kind.ARN;
  }

  /** Whether {@code *} and {@code ?} stand for others. */
  public boolean takesPatterns() {
    return this == STRING_LIKE || this == ARN_LIKE;
  }

  /** What the operator's values are, for people. */
  String wanted() {
    return kind.words;
  }

  /** By its name in policies, without {@code Not}, the case of which does not matter. */
  static Optional<Comparison> named(String name) {
    String plain = name.equalsIgnoreCase("ArnEquals") ? "ArnLike" : name;
    return Arrays.stream(values())
        .filter(it -> it.name().replace("_", "").equalsIgnoreCase(plain))
        .findFirst();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean isTrue(String text) {
    return text.equalsIgnoreCase("true");
  }

  private static boolean isBase64(String text) {
    try {
      Base64.getDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** What values an operator takes. */
  private enum Kind {
    TEXT("a text"),
    NUMBER("a number"),
    DATE("a date"),
    BOOL("true or false"),
    BINARY("base64"),
    ADDRESS("an IP address or network"),
    ARN("an ARN");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }
}
