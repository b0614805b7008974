package dev.crosstrust.evidence.aws;

import java.io.IOException;

/**
 * A call that had no answer, with the host that was called: the client's own exceptions lack it.
 */
final class NoAnswerException extends IOException {
  private final String host;

  NoAnswerException(String host, IOException cause) {
    super("no answer from " + host, cause);
    this.host = host;
  }

  String host() {
    return host;
  }
}
