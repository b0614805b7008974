package dev.crosstrust.diagnosis.clock;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Severity;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Measures how far the services' clocks are from this machine's. */
public final class SkewMeter {
  public static final String ID = "clock.skew";

  /** Google's STS bears about a minute, AWS five (tokens) and fifteen (signatures). */
  private static final Duration NOTED = Duration.ofSeconds(60);

  private static final Set<String> ABOUT_TIME =
      Set.of(
          ID,
          "aws.token-expired",
          "aws.token-not-yet-valid",
          "aws.token-too-old",
          "aws4.stale",
          "google.token-stale",
          "s3.expired");

  private SkewMeter() {}

  /** The largest difference, where it is worth a word: an error when a refusal was about time. */
  public static Optional<Finding> measure(List<Leg> legs, List<Finding> others) {
    boolean aboutTime = others.stream().anyMatch(SkewMeter::isRefusedForTime);
    return legs.stream()
        .flatMap(leg -> ServiceClock.readings(leg).stream())
        .filter(reading -> reading.skew().abs().compareTo(NOTED) >= 0)
        .max(Comparator.comparing(reading -> reading.skew().abs()))
        .map(reading -> finding(reading, aboutTime));
  }

  private static boolean isRefusedForTime(Finding finding) {
    return finding.severity() == Severity.ERROR
        && finding.confidence() != Confidence.POSSIBLE
        && ABOUT_TIME.contains(finding.id());
  }

  private static Finding finding(ServiceClock.Reading reading, boolean aboutTime) {
    String title =
        "The clock of %s is %s %s this machine's"
            .formatted(
                reading.service(),
                words(reading.skew().abs()),
                reading.skew().isNegative() ? "behind" : "ahead of");
    Finding found = aboutTime ? Finding.error(ID, title) : Finding.warning(ID, title);
    return found
        .because(reading.because())
        .fix(ClockRules.fix())
        .confidence(aboutTime ? Confidence.CERTAIN : Confidence.LIKELY);
  }

  private static String words(Duration difference) {
    long minutes = difference.plusSeconds(30).toMinutes();
    return minutes < 2 ? difference.toSeconds() + " seconds" : minutes + " minutes";
  }
}
