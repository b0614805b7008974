package dev.crosstrust.route.road;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.google.Addresses;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.storage.google.GcsTarget;
import java.net.URI;

/** Where Cloud Storage and BigQuery are, for a route. */
final class GoogleStorage {
  private GoogleStorage() {}

  /** In the universe of its pool, with the project that it works in. */
  static Outcome<GcsTarget> of(AwsToGoogle route) {
    return service(route, "storage")
        .map(endpoint -> new GcsTarget(endpoint, route.google().project()));
  }

  /** The root of BigQuery's API there. */
  static Outcome<URI> tables(AwsToGoogle route) {
    return service(route, "bigquery");
  }

  private static Outcome<URI> service(AwsToGoogle route, String name) {
    return Addresses.trusted(route.google().endpoints().of(name));
  }
}
