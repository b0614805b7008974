package dev.crosstrust.trust.aws.policy;

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
}
