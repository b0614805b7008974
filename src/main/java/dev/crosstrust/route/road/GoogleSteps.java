package dev.crosstrust.route.road;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Operation;
import dev.crosstrust.route.Step;
import dev.crosstrust.storage.google.BigQuery;
import dev.crosstrust.storage.google.Gcs;
import java.time.InstantSource;

/**
 * Makes the steps that Google knows. A step makes its calls under labels that bear the name of its
 * operation, so that the leg can be judged, and its value says in one line what was given.
 */
@FunctionalInterface
public interface GoogleSteps {
  /** One step of the route, its target dated already. */
  Outcome<String> make(AwsToGoogle route, Step step, GoogleAccessToken token);

  /**
   * The steps over a wire.
   *
   * @param clock says the moment that is written into a row
   */
  static GoogleSteps over(Wire wire, InstantSource clock) {
    return (route, step, token) ->
        step.operation() == Operation.BIGQUERY_INSERT_ROW
            ? GoogleStorage.tables(route)
                .map(endpoint -> new BigQuery(wire, endpoint, () -> token))
                .then(tables -> new RowStep(tables, clock).make(route, step))
            : GoogleStorage.of(route)
                .then(target -> new GcsSteps(new Gcs(wire, target, () -> token)).make(step));
  }
}
