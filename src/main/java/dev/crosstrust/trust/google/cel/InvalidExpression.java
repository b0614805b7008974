package dev.crosstrust.trust.google.cel;

/** A text that is no expression of Google's dialect. */
public final class InvalidExpression extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param line from 1
   * @param column from 1
   */
  InvalidExpression(String what, int line, int column) {
    super("line %d, column %d: %s".formatted(line, column, what));
  }
}
