package dev.crosstrust.trust.google.cel;

/** A text that is no expression of Google's dialect. */
public final class InvalidExpression extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param line from 1
   * @param column from 1
   */
  InvalidExpression(String what, int line, int column) {
    super("line %d, column %d: %s".formatted(line, column, plain(what)));
  }

  /** Without the parser's own words for what everybody gets wrong. */
  private static String plain(String what) {
    if (what.startsWith("token recognition error at: '=")) {
      return "= is no operator; == compares";
    }
    if (what.startsWith("mismatched input '<EOF>'")) {
      return "it ends too early";
    }
    return what.replaceFirst(" \\(in container ''\\)$", "")
        .replaceFirst("^undeclared reference to ", "there is no ");
  }
}
