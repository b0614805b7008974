package dev.crosstrust.ui;

/** There is nowhere to open a window. The message is a sentence that says what is missing. */
public final class NoDisplayException extends Exception {
  private static final long serialVersionUID = 1L;

  NoDisplayException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
