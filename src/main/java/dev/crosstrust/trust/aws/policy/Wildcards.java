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

  /** Whether a text fits. */
  boolean fits(String other) {
    return fits(other, new int[text.length()]);
  }

  /**
   * Whether a text fits: what stands before the first star begins it, what stands after the last
   * ends it, and each piece between is found behind the one before, the earlier the better.
   *
   * @param places filled with where in the text each character that is no star is found
   */
  private boolean fits(String other, int[] places) {
    int star = star(0);
    if (star == text.length()) {
      return other.length() == star && isAt(0, star, other, 0, places);
    }
    int last = lastStar();
    int end = other.length() - (text.length() - last - 1);
    if (end < star
        || !isAt(0, star, other, 0, places)
        || !isAt(last + 1, text.length(), other, end, places)) {
      return false;
    }
    int at = star;
    while (star < last) {
      int from = star + 1;
      star = star(from);
      int found = new Piece(text.substring(from, star), wild.get(from, star)).find(other, at, end);
      if (found < 0 || !isAt(from, star, other, found, places)) {
        return false;
      }
      at = found + star - from;
    }
    return true;
  }

  private boolean isAt(int from, int to, String other, int place, int[] places) {
    if (place + to - from > other.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      places[i] = place + i - from;
      if (!wild.get(i) && text.charAt(i) != other.charAt(places[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean isStar(int index) {
    return wild.get(index) && text.charAt(index) == '*';
  }

  /** The next star; the length where there is none. */
  private int star(int from) {
    int at = from;
    while (at < text.length() && !isStar(at)) {
      at++;
    }
    return at;
  }

  private int lastStar() {
    int at = text.length() - 1;
    while (!isStar(at)) {
      at--;
    }
    return at;
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
