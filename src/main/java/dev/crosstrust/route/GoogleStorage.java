package dev.crosstrust.route;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.google.Addresses;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.storage.google.GcsTarget;
import java.util.Map;

/** Where Cloud Storage is, for a route. */
final class GoogleStorage {
  private GoogleStorage() {}

  /** In the universe of its pool, with the project that it works in. */
  static Outcome<GcsTarget> of(AwsToGoogle route) {
    AwsToGoogle.Pool pool = route.google();
    return Addresses.trusted(new GoogleEndpoints(pool.universe(), Map.of()).of("storage"))
        .map(endpoint -> new GcsTarget(endpoint, pool.project()));
  }
}
