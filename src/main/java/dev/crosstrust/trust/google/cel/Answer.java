package dev.crosstrust.trust.google.cel;

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

  /** Whether it is this truth value. */
  default boolean is(boolean truth) {
    return this instanceof Value(Object value) && value.equals(truth);
  }

  /** The same in both, or open. */
  default Answer agreeing(Answer other) {
    return (this instanceof Failed && other instanceof Failed) || equals(other) ? this : new Open();
  }
}
