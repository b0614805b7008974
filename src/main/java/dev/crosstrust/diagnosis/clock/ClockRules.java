package dev.crosstrust.diagnosis.clock;

import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;

/** Refusals that speak of the clock. */
public final class ClockRules {
  private static final String SOURCE =
      "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html";

  public static final List<Rule> TABLE =
      List.of(
          Rule.on(ClockRules::tooSkewed, "RequestTimeTooSkewed"),
          Rule.saying("Signature expired:", _ -> skewed()),
          Rule.saying("Signature not yet current:", _ -> skewed()),
          Rule.saying(
              "Token must be a short-lived token", _ -> skewed().confidence(Confidence.LIKELY)));

  private ClockRules() {}

  /** S3 tells both clocks. */
  private static Finding tooSkewed(Symptom symptom) {
    String asked = symptom.fields().get("RequestTime");
    String served = symptom.fields().get("ServerTime");
    Finding found = skewed().source(SOURCE);
    return asked == null || served == null
        ? found
        : found.because("The request said %s, S3 says it is %s".formatted(asked, served));
  }

  private static Finding skewed() {
    return Finding.error(SkewMeter.ID, "This machine's clock and the service's differ too much")
        .fix(fix());
  }

  static Fix fix() {
    return Fix.of("Set this machine's clock from a time server, then run again");
  }
}
