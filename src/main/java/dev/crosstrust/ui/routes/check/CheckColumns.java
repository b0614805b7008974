package dev.crosstrust.ui.routes.check;

import java.util.List;
import javafx.scene.layout.ColumnConstraints;

/** How wide the columns of a check are: what is compared, how, with what, what is said, result. */
final class CheckColumns {
  static final int MANY = 5;

  /** The room of a badge; of one with numbers. */
  private static final double RESULT = 106;

  private static final double RESULT_WIDE = 142;

  /** Of the width without the result: key, operator, what is wanted; the rest for what is said. */
  private static final double[] SHARES = {0.285, 0.155, 0.25};

  /** Names of attributes and roles; the rest is for expressions and what they yield. */
  private static final double KEY = 200;

  private static final double KEY_SHARE = 0.22;

  /** Less than this has no room for values beside each other; expressions are longer. */
  private static final double NARROW = 768;

  private static final double NARROW_FOR_EXPRESSIONS = 860;

  /** A bar to scroll with comes and goes with the height: that must not change the answer. */
  private static final double BAR = 16;

  private final boolean expressions;

  /**
   * @param expressions whether what is wanted is long, and how it is compared short
   */
  CheckColumns(boolean expressions) {
    this.expressions = expressions;
  }

  /** Whether how it is compared has a column of its own. */
  boolean operators() {
    return !expressions;
  }

  /** Whether five columns have no room beside each other. */
  boolean stacked(double width, boolean before) {
    double narrow = expressions ? NARROW_FOR_EXPRESSIONS : NARROW;
    return width < (before ? narrow + BAR : narrow);
  }

  /** Shares the width out, all of it; in halves where the values stand below. */
  void share(List<ColumnConstraints> columns, double width, boolean stacked) {
    double result = expressions ? RESULT_WIDE : RESULT;
    double free = Math.max(0, width - result);
    if (stacked) {
      double quarter = Math.floor(free / (MANY - 1));
      set(columns, quarter, quarter, quarter, free - (MANY - 2) * quarter, result);
      return;
    }
    double key = Math.floor(expressions ? Math.min(KEY, free * KEY_SHARE) : free * SHARES[0]);
    double operator = expressions ? 0 : Math.floor(free * SHARES[1]);
    double wants = Math.floor(expressions ? (free - key - operator) / 2 : free * SHARES[2]);
    set(columns, key, operator, wants, free - key - operator - wants, result);
  }

  private static void set(List<ColumnConstraints> columns, double... wide) {
    for (int i = 0; i < MANY; i++) {
      columns.get(i).setMinWidth(0);
      columns.get(i).setPrefWidth(wide[i]);
      columns.get(i).setMaxWidth(wide[i]);
    }
  }
}
