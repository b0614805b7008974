package dev.crosstrust.ui.lens;

import dev.crosstrust.diagnosis.Diagnosis;
import dev.crosstrust.diagnosis.Evidence;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;

/** Why there is no token, in the words of findings. */
final class Findings {
  private Findings() {}

  /** What the evidence of a request that came to nothing shows. */
  static List<Finding> of(Outcome<?> outcome, List<Leg> legs) {
    List<Evidence.Stop> stops =
        outcome instanceof Outcome.Broken<?>(Breakage breakage)
            ? List.of(new Evidence.Stop(legs.isEmpty() ? "token" : legs.getLast().name(), breakage))
            : List.of();
    return Diagnosis.of(new Evidence(legs, stops));
  }

  /** What went wrong on this machine, in one sentence. */
  static List<Finding> local(String sentence) {
    return List.of(
        Finding.error("local.unusable", "Something on this machine stands in the way")
            .because(sentence)
            .fix(Fix.of("Mend it and try again, or paste a token: that needs nothing else.")));
  }
}
