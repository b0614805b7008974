package dev.crosstrust.route;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.storage.google.Gcs;

/**
 * Makes the steps that Google knows. A step makes its calls under labels that bear the name of its
 * operation, so that the leg can be judged, and its value says in one line what was given.
 */
@FunctionalInterface
public interface GoogleSteps {
  /** One step of the route, its target dated already. */
  Outcome<String> make(AwsToGoogle route, Step step, GoogleAccessToken token);

  /** The steps over a wire. */
  static GoogleSteps over(Wire wire) {
    return (route, step, token) ->
        step.operation() == Operation.BIGQUERY_INSERT_ROW
            ? row(step)
            : GoogleStorage.of(route)
                .then(target -> new GcsSteps(new Gcs(wire, target, () -> token)).make(step));
  }

  private static Outcome<String> row(Step step) {
    return Outcome.broken(
        Kind.UNSUPPORTED, "%s is not made by this version".formatted(step.operation().text()));
  }
}
