package dev.crosstrust.route.run;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.route.Route;
import dev.crosstrust.token.SubjectToken;

/** Makes here the check of a token that the other side makes. */
@FunctionalInterface
public interface Checks {
  /**
   * Reads what the other side is configured to take, and judges the token by it. Blocks; ends when
   * the thread is interrupted.
   *
   * @param recorder gets the legs of what is read
   */
  LocalCheck of(Route route, SubjectToken token, Recorder recorder);
}
