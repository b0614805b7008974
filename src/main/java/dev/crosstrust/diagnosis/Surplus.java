package dev.crosstrust.diagnosis;

import dev.crosstrust.diagnosis.symptom.Symptoms;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.Optional;

/** A call that went through although the route wants it refused. */
final class Surplus {
  private Surplus() {}

  static Optional<Finding> in(Leg leg) {
    boolean surplus =
        leg.expected() == Expectation.DENIED
            && Boolean.FALSE.equals(leg.asExpected())
            && Symptoms.wentThrough(leg);
    return surplus
        ? Optional.of(
            Finding.warning(
                    "route.more-than-expected",
                    "%s went through, and the route wants it refused".formatted(leg.name()))
                .because("%s: %s answered %d".formatted(leg.name(), leg.service(), leg.status()))
                .fix(
                    Fix.of(
                        "Take this permission from the role, or change the step's expect to"
                            + " allowed")))
        : Optional.empty();
  }
}
