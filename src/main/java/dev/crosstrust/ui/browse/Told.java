package dev.crosstrust.ui.browse;

import dev.crosstrust.diagnosis.Diagnosis;
import dev.crosstrust.diagnosis.Evidence;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.ui.task.Phase;
import java.util.List;

/**
 * What came of asking a cloud for something, and why it came so.
 *
 * @param findings empty when it was given
 */
record Told<T>(Outcome<T> outcome, List<Finding> findings) {
  Told {
    findings = List.copyOf(findings);
  }

  /** What the legs made on the way say about the outcome. */
  static <T> Told<T> of(Outcome<T> outcome, List<Leg> legs) {
    return new Told<>(
        outcome,
        outcome instanceof Outcome.Done<T> ? List.of() : Diagnosis.of(Evidence.of(outcome, legs)));
  }

  /** Something on this machine went wrong before anybody could be asked. */
  static <T> Told<T> unasked(String sentence) {
    return of(Outcome.broken(Breakage.Kind.LOCAL, sentence), List.of());
  }

  /** What a pane shows when there is no value. */
  <P> Phase<P> without() {
    return outcome instanceof Outcome.Refused<T>
        ? new Phase.Refused<>(findings)
        : new Phase.Broken<>(findings);
  }
}
