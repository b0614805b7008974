package dev.crosstrust.ui.routes.check;

/** What was typed cannot be judged; its message is one sentence that names the place. */
final class Unfit extends Exception {
  private static final long serialVersionUID = 1L;

  private final int field;

  /**
   * @param field which of the texts, from 0
   */
  Unfit(int field, String sentence) {
    super(sentence);
    this.field = field;
  }

  int field() {
    return field;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
