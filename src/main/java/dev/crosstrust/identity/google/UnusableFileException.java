package dev.crosstrust.identity.google;

import java.io.IOException;

/** A file that is not there or does not say what it must; the message names file and place. */
public final class UnusableFileException extends IOException {
  private final boolean missing;

  private UnusableFileException(String message, boolean missing) {
    super(message);
    this.missing = missing;
  }

  static UnusableFileException missing(String message) {
    return new UnusableFileException(message, true);
  }

  static UnusableFileException unreadable(String message) {
    return new UnusableFileException(message, false);
  }

  /** Whether there is no such file, rather than a wrong one. */
  public boolean isMissing() {
    return missing;
  }
}
