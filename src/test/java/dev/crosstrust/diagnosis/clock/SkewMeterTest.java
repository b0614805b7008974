package dev.crosstrust.diagnosis.clock;

import static dev.crosstrust.diagnosis.Legs.NOW;
import static dev.crosstrust.diagnosis.Legs.diagnosed;
import static dev.crosstrust.diagnosis.Legs.exchange;
import static dev.crosstrust.diagnosis.Legs.first;
import static dev.crosstrust.diagnosis.Legs.get;
import static dev.crosstrust.diagnosis.Legs.leg;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Severity;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SkewMeterTest {
  @Test
  void aClockOffByMinutesIsAWarningAsLongAsNothingFails() {
    Finding finding = first(dated("Sat, 21 Nov 2026 12:20:00 GMT", Map.of()));
    assertThat(finding.id()).isEqualTo("clock.skew");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.title()).isEqualTo("The clock of sts is 20 minutes ahead of this machine's");
  }

  @Test
  void aFewSecondsAreNothing() {
    assertThat(diagnosed(dated("Sat, 21 Nov 2026 12:00:30 GMT", Map.of()))).isEmpty();
  }

  @Test
  void aCopyFromACacheTellsNoTime() {
    assertThat(diagnosed(dated("Sat, 21 Nov 2026 11:00:00 GMT", Map.of("Age", "3600")))).isEmpty();
  }

  @Test
  void anUnreadableDateTellsNoTime() {
    assertThat(diagnosed(dated("yesterday", Map.of()))).isEmpty();
  }

  @Test
  void theClockStandsBeforeTheExpiredTokenThatItExplains() {
    long theirs = NOW.getEpochSecond() + 20 * 60 - 300;
    Leg expired =
        exchange(
            400,
            "ExpiredTokenException",
            "Token expired: current date/time %d must be before the expiration date/time %d"
                .formatted(theirs, NOW.getEpochSecond() + 60));
    assertThat(diagnosed(expired))
        .extracting(Finding::id)
        .containsExactly("clock.skew", "aws.token-expired");
    assertThat(first(expired).severity()).isEqualTo(Severity.ERROR);
    assertThat(first(expired).title()).contains("20 minutes ahead");
  }

  @Test
  void soItDoesBeforeAStaleOneAtGoogle() {
    Leg stale =
        leg(
            "exchange",
            "sts",
            "token",
            400,
            get(Map.of()),
            Map.of("Date", "Sat, 21 Nov 2026 12:20:00 GMT"),
            """
            {"error": "invalid_grant",
             "error_description": "ID Token issued at 1795262400 is stale to sign-in."}\
            """);

    assertThat(diagnosed(stale))
        .extracting(Finding::id)
        .containsExactly("clock.skew", "google.token-stale");
    assertThat(first(stale).severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void aGuessAboutTimeBlamesNoClock() {
    Leg failed =
        leg(
            "exchange",
            "sts",
            "token",
            500,
            get(Map.of()),
            Map.of("Date", "Sat, 21 Nov 2026 12:20:00 GMT"),
            "{\"error\":{\"code\":500,\"message\":\"Internal error\",\"status\":\"INTERNAL\"}}");

    assertThat(diagnosed(failed))
        .filteredOn(finding -> finding.id().equals("clock.skew"))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void aTokenThatIsSimplyOldIsNotBlamedOnTheClock() {
    Leg expired =
        exchange(
            400,
            "ExpiredTokenException",
            "Token expired: current date/time %d must be before the expiration date/time %d"
                .formatted(NOW.getEpochSecond() - 300, NOW.getEpochSecond() - 3600));
    assertThat(diagnosed(expired)).extracting(Finding::id).containsExactly("aws.token-expired");
  }

  @Test
  void s3TellsBothTimesWhenTheyDiffer() {
    Leg skewed =
        leg(
            "s3.ListBuckets",
            "s3",
            "ListBuckets",
            403,
            get(Map.of()),
            Map.of(),
            "<Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request"
                + " time and the current time is too large.</Message>"
                + "<RequestTime>20261121T120000Z</RequestTime>"
                + "<ServerTime>2026-11-21T11:30:00Z</ServerTime></Error>");
    assertThat(diagnosed(skewed)).hasSize(1);
    assertThat(first(skewed).title())
        .isEqualTo("The clock of s3 is 30 minutes behind this machine's");
  }

  @Test
  void anExpiredSignatureTellsTheServersTime() {
    Leg skewed =
        exchange(
            403,
            "SignatureDoesNotMatch",
            "Signature expired: 20261121T120000Z is now earlier than 20261121T120500Z"
                + " (20261121T122000Z - 15 min.)");
    assertThat(first(skewed).title()).contains("20 minutes ahead");
  }

  private static Leg dated(String date, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Date", date);
    return leg("exchange", "sts", "AssumeRoleWithWebIdentity", 200, get(Map.of()), headers, "");
  }
}
