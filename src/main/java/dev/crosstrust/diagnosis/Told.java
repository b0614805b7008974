package dev.crosstrust.diagnosis;

import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/** An answer that was not what was hoped for, and what it means by itself. */
record Told(Leg leg, Symptom symptom, Finding finding) {
  /** Whether the other side's STS said no to the token. */
  boolean isRefusedExchange() {
    return leg.name().equals("exchange") && leg.outcome() == Leg.Result.REFUSED;
  }

  /** Whether Google said no to somebody whom it let in. */
  boolean isDenied() {
    return Stream.of("gcs.denied", "bigquery.denied", "google.impersonation-denied")
        .anyMatch(finding.id()::startsWith);
  }

  /** What was found to be its cause, with the answer as the first of its evidence. */
  Finding because(Finding cause) {
    return symptom.proves(cause);
  }

  /** The meaning, with more to say. */
  Finding saying(List<String> lines) {
    return finding.because(
        Stream.concat(finding.because().stream(), lines.stream()).toArray(String[]::new));
  }
}
