package dev.crosstrust.token;

import dev.crosstrust.token.Reading.Looks;
import dev.crosstrust.token.Reading.Unreadable;

/**
 * The text is not a token; says what it looks like, never the text itself. Therefore it has no
 * cause: parsers quote what they could not read.
 */
public final class NotAToken extends Exception {
  private static final long serialVersionUID = 1L;

  private final Looks looks;
  private final String sentence;

  NotAToken(Looks looks, String sentence) {
    super(sentence);
    this.looks = looks;
    this.sentence = sentence;
  }

  /** The same as a value. */
  public Unreadable unreadable() {
    return new Unreadable(looks, looks.finding(sentence));
  }
}
