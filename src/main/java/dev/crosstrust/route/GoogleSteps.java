package dev.crosstrust.route;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Outcome;

/**
 * Makes the steps that Google knows. A step makes its calls under labels that bear the name of its
 * operation, so that the leg can be judged, and its value says in one line what was given.
 */
@FunctionalInterface
public interface GoogleSteps {
  /** One step of the route, its target dated already. */
  Outcome<String> make(AwsToGoogle route, Step step, GoogleAccessToken token);
}
