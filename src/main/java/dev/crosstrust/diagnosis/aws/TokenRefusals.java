package dev.crosstrust.diagnosis.aws;

import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What STS says of the token itself. */
final class TokenRefusals {
  private static final Pattern CLAIM = Pattern.compile("claim: (\\w+)|be empty: (\\w+)");
  private static final Pattern EXPIRED =
      Pattern.compile("date/time (\\d{9,11}) must be before the expiration date/time ?(\\d{9,11})");
  private static final Pattern EARLY =
      Pattern.compile(
          "date/time (\\d{9,11}) must be after or equal to the not-before date/time (\\d{9,11})");
  private static final Duration FORGIVEN = Duration.ofMinutes(5);

  private TokenRefusals() {}

  static Finding notAnIdToken(Symptom symptom) {
    return Finding.error("aws.not-an-id-token", "What was sent is not an ID token")
        .because("STS takes a signed JWT of three parts: no access token, no quotes, nothing cut")
        .fix(
            Fix.of(
                    "Ask for an ID token of a service account, not for an access token (ya29.…): a"
                        + " user's token takes no audience")
                .withGcloud(
                    "gcloud auth print-identity-token --impersonate-service-account=EMAIL"
                        + " --audiences=AUDIENCE"))
        .source(TrustFindings.PAGE);
  }

  static Finding claimMissing(Symptom symptom) {
    String claim =
        symptom
            .find(CLAIM)
            .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
            .map("The token's claim %s is missing or empty"::formatted)
            .orElse("A claim of the token is not as STS needs it");
    return Finding.error("aws.claim-missing", claim)
        .because("STS needs iss, sub, aud, iat and exp, and none of them empty")
        .fix(Fix.of("Read the token and see where it was made; ask with an audience, not empty"))
        .source(TrustFindings.PAGE);
  }

  static Finding severalAudiences(Symptom symptom) {
    return Finding.error(
            "aws.several-audiences", "The token is for several audiences and has no azp")
        .because("With one audience azp may be absent; with several STS wants it")
        .fix(Fix.of("Ask for a token with one audience, or have the issuer set azp"))
        .source(TrustFindings.PAGE);
  }

  static Finding timestamp(Symptom symptom) {
    return Finding.error("aws.timestamp-invalid", "A time in the token is not a whole number")
        .because("STS takes iat, nbf and exp as whole seconds, without fractions")
        .fix(Fix.of("Mend the issuer: no setting of AWS takes such a time"))
        .source(TrustFindings.PAGE);
  }

  static Finding odd(Symptom symptom) {
    return claimMissing(symptom).confidence(Confidence.POSSIBLE);
  }

  static Finding expired(Symptom symptom) {
    String[] because =
        symptom.find(EXPIRED).stream()
            .map(match -> lines(epoch(match.group(1)), epoch(match.group(2))))
            .findFirst()
            .orElseGet(() -> new String[0]);
    return Finding.error("aws.token-expired", "The token had expired when STS read it")
        .because(because)
        .fix(
            Fix.of("Ask for a new token right before the exchange; do not keep one in a file"),
            Fix.of("If the token is new, compare the clocks"))
        .source(TrustFindings.PAGE);
  }

  /** STS prints its clock less the five minutes that it forgives. */
  private static String[] lines(Instant printed, Instant expiry) {
    Instant real = printed.plus(FORGIVEN);
    return new String[] {
      ("The token expired at %s; STS's clock said %s, %d minutes later (it prints its clock less"
              + " the five minutes that it forgives)")
          .formatted(expiry, real, Duration.between(expiry, real).toMinutes())
    };
  }

  static Finding rejected(Symptom symptom) {
    return Finding.error("aws.token-rejected", "The token's issuer no longer stands by it")
        .because("AWS asked the issuer, which said that the token or its access was withdrawn")
        .fix(Fix.of("Sign in to the issuer anew and ask for a new token"))
        .confidence(Confidence.LIKELY)
        .source(TrustFindings.PAGE);
  }

  static Finding notYetValid(Symptom symptom) {
    return Finding.error("aws.token-not-yet-valid", "The token's time has not begun, says STS")
        .because(
            Stream.concat(
                    Stream.of(
                        "STS forgives five minutes; the issuer's clock is ahead, or the token is"
                            + " made up"),
                    symptom.find(EARLY).stream()
                        .map(match -> early(epoch(match.group(1)), epoch(match.group(2)))))
                .toArray(String[]::new))
        .fix(Fix.of("Compare the clocks of the issuer, of this machine and of AWS"))
        .source(TrustFindings.PAGE);
  }

  /** STS prints its clock with the five minutes added that it forgives. */
  private static String early(Instant printed, Instant start) {
    Instant real = printed.minus(FORGIVEN);
    return ("The token begins at %s; STS's clock said %s, %d minutes earlier (it prints its clock"
            + " plus the five minutes that it forgives)")
        .formatted(start, real, Duration.between(real, start).toMinutes());
  }

  static Finding tooOld(Symptom symptom) {
    return Finding.error("aws.token-too-old", "The token was issued too long ago")
        .because("STS refuses what was issued more than about a day ago, whatever its expiry")
        .fix(Fix.of("Ask for a new token right before the exchange"))
        .source(TrustFindings.PAGE);
  }

  private static Instant epoch(String seconds) {
    return Instant.ofEpochSecond(Long.parseLong(seconds));
  }
}
