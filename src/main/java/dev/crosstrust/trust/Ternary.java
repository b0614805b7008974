package dev.crosstrust.trust;

import java.util.stream.Stream;

/** An answer that may be open: what is undecided stays so. */
public enum Ternary {
  YES,
  NO,
  UNDECIDED;

  public static Ternary of(boolean answer) {
    return answer ? YES : NO;
  }

  /** Yes only when both are, no as soon as one is. */
  public Ternary and(Ternary other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNDECIDED;
  }

  /** Yes as soon as one is, no only when both are. */
  public Ternary or(Ternary other) {
    return not().and(other.not()).not();
  }

  public Ternary not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNDECIDED -> UNDECIDED;
    };
  }

  /** Whether any is; no of none. */
  public static Ternary any(Stream<Ternary> answers) {
    return answers.reduce(NO, Ternary::or);
  }

  /** Whether all are; yes of none. */
  public static Ternary all(Stream<Ternary> answers) {
    return answers.reduce(YES, Ternary::and);
  }
}
