package dev.crosstrust.trust;

/**
 * A text that is not the document it should be; its message is one sentence that names the place.
 */
public final class UnreadableDocument extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadableDocument(String sentence) {
    super(sentence);
  }

  /** The message by itself: with a capital and a full stop. */
  public String sentence() {
    String said = String.valueOf(getMessage());
    return said.isEmpty() ? said : Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".";
  }
}
