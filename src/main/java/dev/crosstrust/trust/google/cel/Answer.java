package dev.crosstrust.trust.google.cel;

import dev.cel.common.values.NullValue;

/** What evaluating an expression gave. */
public sealed interface Answer {
  /**
   * It gave this.
   *
   * @param value text, Boolean, number, List or Map as CEL has them
   */
  record Value(Object value) implements Answer {}

  /**
   * It cannot be evaluated, for example because a claim is not there.
   *
   * @param why in the evaluator's words
   */
  record Failed(String why) implements Answer {}

  /** It depends on what is not known here, or on how Google writes numbers. */
  record Open() implements Answer {}

  /** Whether it gave nothing, as a claim that is null does. */
  default boolean isNull() {
    return this instanceof Value(NullValue _);
  }

  /** Whether it is this truth value. */
  default boolean is(boolean truth) {
    return this instanceof Value(Object value) && value.equals(truth);
  }

  /** The same in both, or open; a number is one either way. */
  default Answer agreeing(Answer other) {
    if (this instanceof Value(Number _) && other instanceof Value(Number _)) {
      return other;
    }
    return (this instanceof Failed && other instanceof Failed) || equals(other) ? this : new Open();
  }
}
