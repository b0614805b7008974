package dev.crosstrust.trust.aws.policy;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * A piece of a pattern between two stars, which is looked for at all places of a text at once (the
 * Shift-And method): whatever the two are, it takes no longer than the product of their lengths
 * divided by 64.
 *
 * @param wild which characters stand for any one; the others stand for themselves
 */
record Piece(String text, BitSet wild) {

  /** Where it is first, at {@code from} or behind it, and before {@code to}; else -1. */
  int find(String other, int from, int to) {
    int length = text.length();
    if (length == 0) {
      return from;
    }
    if (length > to - from) {
      return -1;
    }
    long[] anywhere = new long[(length + 63) / 64];
    Map<Character, long[]> places = places(anywhere);
    long[] begun = new long[anywhere.length];
    for (int at = from; at < to; at++) {
      step(begun, places.getOrDefault(other.charAt(at), anywhere));
      if ((begun[(length - 1) / 64] >>> (length - 1) & 1) != 0) {
        return at - length + 1;
      }
    }
    return -1;
  }

  /**
   * Where in it each of its characters stands, as bits.
   *
   * @param anywhere becomes the places where any character fits
   */
  private Map<Character, long[]> places(long[] anywhere) {
    wild.stream().forEach(it -> set(anywhere, it));
    Map<Character, long[]> places = new HashMap<>();
    for (int i = wild.nextClearBit(0); i < text.length(); i = wild.nextClearBit(i + 1)) {
      set(places.computeIfAbsent(text.charAt(i), _ -> anywhere.clone()), i);
    }
    return places;
  }

  private static void set(long[] bits, int index) {
    bits[index / 64] |= 1L << index;
  }

  /** What has begun goes on where the next character fits, and one more begins. */
  private static void step(long[] begun, long[] fitting) {
    long carry = 1;
    for (int i = 0; i < begun.length; i++) {
      long next = begun[i] << 1 | carry;
      carry = begun[i] >>> 63;
      begun[i] = next & fitting[i];
    }
  }
}
