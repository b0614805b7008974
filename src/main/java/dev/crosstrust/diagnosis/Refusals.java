package dev.crosstrust.diagnosis;

import dev.crosstrust.denial.AwsDenials;
import dev.crosstrust.denial.Denial;
import dev.crosstrust.denial.GoogleDenials;
import dev.crosstrust.diagnosis.aws.DenialRules;
import dev.crosstrust.diagnosis.symptom.Symptom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which refusal by policy an answer tells of. */
public final class Refusals {
  private Refusals() {}

  /**
   * The first one; null where the answer is about something else.
   *
   * @param askedAs who asked, where the sentence leaves it out
   */
  static @Nullable Denial in(Symptom symptom, @Nullable String askedAs) {
    return DenialRules.denial(symptom)
        .filter(denial -> !denial.bare() || saysNothing(symptom))
        .or(() -> google(symptom))
        .map(denial -> denial.completed(askedAs, null, null, null))
        .orElse(null);
  }

  /** A code of refusal may go with a sentence about something else. */
  private static boolean saysNothing(Symptom symptom) {
    return symptom.message().isBlank()
        || symptom.message().equals("Forbidden")
        || !AwsDenials.in(symptom.message()).isEmpty();
  }

  private static Optional<Denial> google(Symptom symptom) {
    if (symptom.from("gcs") && symptom.is("AccessDenied") && named(symptom).isEmpty()) {
      return Optional.of(Denial.BARE);
    }
    return named(symptom);
  }

  private static Optional<Denial> named(Symptom symptom) {
    return GoogleDenials.in(symptom.message()).stream()
        .filter(denial -> denial.permission() != null || denial.resource() != null)
        .findFirst();
  }
}
