package dev.crosstrust.trust.google.cel;

/** A text that is no expression of Google's dialect, or none that can be read here. */
public final class InvalidExpression extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether it is nested too deep. */
  private final boolean tooDeep;

  /**
   * @param line from 1
   * @param column from 1
   */
  InvalidExpression(String what, int line, int column) {
    super(
        isTooDeep(what)
            ? "it is nested deeper than is followed here"
            : "line %d, column %d: %s".formatted(line, column, plain(what)));
    this.tooDeep = isTooDeep(what);
  }

  private static boolean isTooDeep(String what) {
    return what.startsWith("Expression recursion limit exceeded");
  }

  /** Whether it may be valid: how deep an expression is followed is a limit of this reader. */
  public boolean isTooDeep() {
    return tooDeep;
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
