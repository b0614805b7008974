package dev.crosstrust.evidence.aws;

import java.io.IOException;
import java.net.URI;

/**
 * A call that had no answer, with the address that was called: the client's own exceptions lack it.
 */
final class NoAnswerException extends IOException {
  private final URI asked;
  private final IOException problem;

  NoAnswerException(URI asked, IOException problem) {
    super("no answer from " + asked.getHost(), problem);
    this.asked = asked;
    this.problem = problem;
  }

  URI asked() {
    return asked;
  }

  IOException problem() {
    return problem;
  }
}
