package dev.crosstrust.diagnosis;

import dev.crosstrust.diagnosis.Evidence.Stop;
import dev.crosstrust.diagnosis.google.GoogleRules;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.Optional;

/** What stopped a run without an answer to explain it. */
final class Stops {
  private Stops() {}

  static Optional<Finding> explain(Stop stop) {
    String message = stop.breakage().message();
    Optional<Finding> found =
        switch (stop.breakage().kind()) {
          case UNREACHABLE, TIMED_OUT ->
              Optional.of(
                  Finding.error("network.unreachable", "A service could not be reached")
                      .fix(TransportRules.network()));
          case NOT_UNDERSTOOD ->
              Optional.of(
                  Finding.error("response.not-understood", "An answer could not be understood"));
          case LOCAL ->
              Optional.of(
                  Finding.error("local.unusable", "Something on this machine stands in the way"));
          case UNSUPPORTED ->
              Optional.of(
                  Finding.error(
                      "route.step-unsupported", "This version cannot do what the route asks for"));
          case NEEDS_SIGN_IN -> Optional.of(signIn(message));
          case UNEXPECTED_ACCOUNT -> Optional.of(account());
          case CANCELLED -> Optional.empty();
        };
    String where = stop.leg().isEmpty() ? "" : stop.leg() + ": ";
    return found.map(finding -> finding.because(where + message));
  }

  private static Finding signIn(String message) {
    return message.contains("rapt")
        ? GoogleRules.reauth()
        : GoogleRules.signIn().confidence(Confidence.LIKELY);
  }

  private static Finding account() {
    return Finding.error(
            "account.unexpected", "The route leads to another account than the one it expects")
        .fix(
            Fix.of(
                "If the route is right, correct the account or project under expect; else what it"
                    + " names"),
            Fix.of("Nothing was read or written there"));
  }
}
