package dev.crosstrust.diagnosis.aws;

import dev.crosstrust.denial.AwsCodes;
import dev.crosstrust.denial.AwsDenials;
import dev.crosstrust.denial.Denial;
import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Finding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** AWS's refusals by policy. */
public final class DenialRules {
  public static final List<Rule> TABLE =
      List.of(new Rule(symptom -> denial(symptom).isPresent(), DenialRules::meaning));

  private DenialRules() {}

  /** What an answer refuses; empty where it is about something else, or Google's. */
  public static Optional<Denial> denial(Symptom symptom) {
    return denied(symptom)
        ? AwsDenials.in(symptom.message()).stream().findFirst().or(() -> Optional.of(Denial.BARE))
        : Optional.empty();
  }

  /** Google's texts of the same words come with codes and from services of its own. */
  private static boolean denied(Symptom symptom) {
    if (symptom.from("gcs") || symptom.from("bigquery")) {
      return false;
    }
    if (symptom.code() != null) {
      return AwsCodes.denied(Objects.requireNonNullElse(symptom.status(), 403), symptom.code());
    }
    boolean head =
        symptom.from("s3")
            && (symptom.message().isBlank() || symptom.message().equals("Forbidden"))
            && Integer.valueOf(403).equals(symptom.status());
    return head || AwsDenials.in(symptom.message()).stream().anyMatch(it -> it.action() != null);
  }

  private static Finding meaning(Symptom symptom) {
    return DenialFindings.of(denial(symptom).orElse(Denial.BARE), symptom);
  }
}
