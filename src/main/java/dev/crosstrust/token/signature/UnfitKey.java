package dev.crosstrust.token.signature;

/** A key that must not be relied on, whatever it verifies. */
final class UnfitKey extends Exception {
  private static final long serialVersionUID = 1L;

  UnfitKey(String why) {
    super(why);
  }
}
