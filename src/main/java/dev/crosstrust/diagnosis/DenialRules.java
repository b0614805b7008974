package dev.crosstrust.diagnosis;

import dev.crosstrust.denial.AwsCodes;
import dev.crosstrust.denial.AwsDenials;
import dev.crosstrust.denial.Denial;
import dev.crosstrust.finding.Finding;
import java.util.List;
import java.util.Objects;

/** AWS's refusals by policy. */
final class DenialRules {
  static final List<Rule> TABLE = List.of(new Rule(DenialRules::denied, DenialRules::meaning));

  private DenialRules() {}

  /** Google's texts of the same words come with codes and from services of its own. */
  private static boolean denied(Symptom symptom) {
    if (symptom.code() != null) {
      return AwsCodes.denied(Objects.requireNonNullElse(symptom.status(), 403), symptom.code());
    }
    boolean head =
        symptom.from("s3")
            && symptom.message().isBlank()
            && Integer.valueOf(403).equals(symptom.status());
    return head || AwsDenials.in(symptom.message()).stream().anyMatch(it -> it.action() != null);
  }

  private static Finding meaning(Symptom symptom) {
    Denial denial = AwsDenials.in(symptom.message()).stream().findFirst().orElse(Denial.BARE);
    return DenialFindings.of(denial, symptom);
  }
}
