package dev.crosstrust.trust.aws.policy;

import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.Variables.Filled;
import java.util.Optional;

/** Values with wildcards. */
public final class Patterns {
  private Patterns() {}

  /** Whether there is a character that {@code StringLike} takes for others. */
  public static boolean isPattern(String value) {
    return value.chars().anyMatch(it -> Wildcards.isWild((char) it));
  }

  /** Whether a text is what {@code StringLike} would find. */
  public static boolean fits(String pattern, String text) {
    return Wildcards.of(pattern).fits(text);
  }

  /** A pattern in the case of a text that is like it but for that; empty where none is. */
  public static Optional<String> inCaseOf(String pattern, String text) {
    return Wildcards.of(pattern).inCaseOf(text);
  }

  /** Whether an action is what a pattern of actions names; their case does not matter. */
  public static boolean fitsAction(String pattern, String action) {
    return Wildcards.fitsAction(pattern, action);
  }

  /** Whether a resource is what a pattern names, with the request's own put in for variables. */
  public static Ternary fits(String pattern, String resource, RequestKeys keys) {
    return switch (new Variables(keys).fill(pattern)) {
      case Filled.Whole(Wildcards whole) -> Ternary.of(whole.fits(resource));
      case Filled.Unresolved _ -> Ternary.NO;
      case Filled.Open _ -> Ternary.UNDECIDED;
    };
  }
}
