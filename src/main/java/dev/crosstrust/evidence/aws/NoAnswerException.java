package dev.crosstrust.evidence.aws;

import java.io.IOException;

/**
 * A call that had no answer, with the host that was called: the client's own exceptions lack it.
 */
final class NoAnswerException extends IOException {
  private final String host;
  private final IOException problem;

  NoAnswerException(String host, IOException problem) {
    super("no answer from " + host, problem);
    this.host = host;
    this.problem = problem;
  }

  String host() {
    return host;
  }

  IOException problem() {
    return problem;
  }
}
