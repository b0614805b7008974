package dev.crosstrust.sandbox.aws.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * A text in which {@code *} stands for any run of characters and {@code ?} for one UTF-16 unit,
 * unless they came out of a policy variable.
 *
 * @param literal the places where {@code *} and {@code ?} mean themselves
 */
record Glob(String text, BitSet literal) {

  /** A text whose wildcards all count. */
  static Glob plain(String text) {
    return new Glob(text, new BitSet());
  }

  boolean matches(String value) {
    return matches(text, value);
  }

  boolean matchesIgnoringCase(String value) {
    return matches(text.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
  }

  /** Walks both texts once; on a mismatch the last {@code *} swallows one character more. */
  private boolean matches(String pattern, String value) {
    int p = 0;
    int v = 0;
    int star = -1;
    int resume = 0;
    while (v < value.length()) {
      if (isWild(pattern, p, '*')) {
        star = p++;
        resume = v;
      } else if (isWild(pattern, p, '?')
          || (p < pattern.length() && pattern.charAt(p) == value.charAt(v))) {
        p++;
        v++;
      } else if (star >= 0) {
        p = star + 1;
        v = ++resume;
      } else {
        return false;
      }
    }
    while (isWild(pattern, p, '*')) {
      p++;
    }
    return p == pattern.length();
  }

  private boolean isWild(String pattern, int at, char wildcard) {
    return at < pattern.length() && pattern.charAt(at) == wildcard && !literal.get(at);
  }

  /** The parts between colons, at most six: the segments of an ARN. */
  List<Glob> arnSegments() {
    List<Glob> segments = new ArrayList<>();
    int start = 0;
    for (String segment : text.split(":", 6)) {
      int end = start + segment.length();
      segments.add(new Glob(segment, literal.get(start, end)));
      start = end + 1;
    }
    return segments;
  }
}
