package dev.crosstrust.route.road;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.route.Route;

/** Foretells what the other side will answer to a route's token. */
@FunctionalInterface
public interface Prediction {
  /**
   * Asks for the token and judges it by what the other side is configured to take. Nothing is
   * exchanged, and nothing is written. Blocks; ends when the thread is interrupted.
   *
   * @param recorder gets the legs: those of the token, then those of what was read
   * @return refused or broken where there is no token to judge
   */
  Outcome<LocalCheck> of(Route route, Recorder recorder);
}
