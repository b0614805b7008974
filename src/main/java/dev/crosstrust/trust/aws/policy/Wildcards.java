package dev.crosstrust.trust.aws.policy;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/**
 * A text in which some characters stand for others: {@code *} for any text, {@code ?} for any one
 * UTF-16 unit.
 *
 * @param wild which of the characters do; the others stand for themselves
 */
record Wildcards(String text, BitSet wild) {
  /** A pattern as it is written. */
  static Wildcards of(String pattern) {
    BitSet wild = new BitSet(pattern.length());
    for (int i = 0; i < pattern.length(); i++) {
      wild.set(i, isWild(pattern.charAt(i)));
    }
    return new Wildcards(pattern, wild);
  }

  static boolean isWild(char character) {
    return character == '*' || character == '?';
  }

  /** Whether an action fits, whose case does not matter. */
  static boolean fitsAction(String pattern, String action) {
    return of(pattern.toLowerCase(Locale.ROOT)).fits(action.toLowerCase(Locale.ROOT));
  }

  /** Whether a text fits. It is gone back to the last star only, so that no pattern takes long. */
  boolean fits(String other) {
    return fits(other, new int[text.length()]);
  }

  /**
   * Whether a text fits.
   *
   * @param places filled with where in the text each character that stands for itself is found
   */
  private boolean fits(String other, int[] places) {
    int own = 0;
    int at = 0;
    int star = -1;
    int resume = 0;
    while (at < other.length()) {
      if (own < text.length() && wild.get(own) && text.charAt(own) == '*') {
        star = own++;
        resume = at;
      } else if (own < text.length() && (wild.get(own) || text.charAt(own) == other.charAt(at))) {
        places[own++] = at++;
      } else if (star >= 0) {
        own = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (own < text.length() && wild.get(own) && text.charAt(own) == '*') {
      own++;
    }
    return own == text.length();
  }

  /** The pattern in the case of a text that fits but for it; empty where none does. */
  Optional<String> inCaseOf(String other) {
    int[] places = new int[text.length()];
    if (!inSmallLetters().fits(small(other), places)) {
      return Optional.empty();
    }
    StringBuilder recased = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (!wild.get(i)) {
        recased.setCharAt(i, other.charAt(places[i]));
      }
    }
    return Optional.of(recased.toString());
  }

  Wildcards inSmallLetters() {
    return new Wildcards(small(text), wild);
  }

  /** In small letters, each in its place. */
  static String small(String text) {
    StringBuilder small = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      small.setCharAt(i, Character.toLowerCase(text.charAt(i)));
    }
    return small.toString();
  }

  /** A part of it. */
  Wildcards part(int from, int to) {
    return new Wildcards(text.substring(from, to), wild.get(from, to));
  }
}
