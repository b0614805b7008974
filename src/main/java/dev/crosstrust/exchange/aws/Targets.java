package dev.crosstrust.exchange.aws;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsEndpoints;
import org.jspecify.annotations.Nullable;

/** Where to call, as an outcome: settings may be wrong. */
record Targets(Machine machine) {
  Outcome<AwsTarget> of(
      String service, @Nullable String profile, @Nullable String source, @Nullable String region) {
    try {
      return Outcome.done(new AwsEndpoints(machine).target(service, profile, source, region));
    } catch (IllegalArgumentException e) {
      return Outcome.broken(Kind.LOCAL, String.valueOf(e.getMessage()));
    }
  }
}
