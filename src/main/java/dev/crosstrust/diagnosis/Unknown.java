package dev.crosstrust.diagnosis;

import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;

/** What no table knows: said to be unknown, and quoted. */
final class Unknown {
  private static final String ID = "response.not-understood";

  private Unknown() {}

  static Finding meaning(Symptom symptom) {
    boolean theirs = symptom.status() != null && symptom.status() >= 500;
    Finding found =
        theirs
            ? Finding.error(ID, "%s answered with an error of its own".formatted(symptom.service()))
                .fix(Fix.of("Run again in a minute; such errors are mostly short"))
                .confidence(Confidence.LIKELY)
            : Finding.error(
                    ID,
                    "%s refused for a reason that is not known here".formatted(symptom.service()))
                .confidence(Confidence.POSSIBLE);
    return symptom.proves(found);
  }
}
