package dev.crosstrust.setup.aws;

import dev.crosstrust.trust.Ternary;
import java.util.Locale;

/** The patterns of policies: {@code *} for any text and {@code ?} for any one character. */
final class Pattern {
  private Pattern() {}

  /** Whether a text fits; undecided where the pattern has a policy variable. */
  static Ternary fits(String pattern, String text) {
    return pattern.contains("${") ? Ternary.UNDECIDED : Ternary.of(matches(pattern, text));
  }

  /** The same without regard to case, as actions are compared. */
  static Ternary fitsAction(String pattern, String action) {
    return Ternary.of(matches(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT)));
  }

  /** Without going back more than to the last star, so that no pattern takes long. */
  private static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int from = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        from = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++from;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
