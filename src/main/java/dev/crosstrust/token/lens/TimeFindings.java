package dev.crosstrust.token.lens;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.Family;
import dev.crosstrust.token.Lifetime;
import dev.crosstrust.token.NumericDate;
import dev.crosstrust.token.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is wrong with a token's times. */
final class TimeFindings {
  /** STS allows it both ways (captured from real answers). */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** "Token too old" of STS, and the rule in Google's reference. */
  private static final Duration OLDEST = Duration.ofDays(1);

  private TimeFindings() {}

  static List<Finding> of(Token token, Instant now) {
    Lifetime lifetime = Lifetime.of(token, now);
    List<Finding> findings = new ArrayList<>();
    switch (lifetime.state()) {
      case EXPIRED -> findings.add(expired(token, lifetime, now));
      case NOT_YET_VALID -> findings.add(early(token, lifetime, now));
      case VALID, NONE -> {
        Instant issued = lifetime.issuedAt();
        if (issued != null && issued.plus(OLDEST).isBefore(now)) {
          findings.add(tooOld(token, issued, now));
        }
      }
    }
    malformed(token).forEach(findings::add);
    return findings;
  }

  private static Finding expired(Token token, Lifetime lifetime, Instant now) {
    Instant end = lifetime.expiresAt() == null ? now : lifetime.expiresAt();
    String ago = Durations.relative(end, now);
    boolean tolerated = Duration.between(end, now).compareTo(TOLERANCE) < 0;
    return Finding.error(id(token, "aws.token-expired"), "The token expired %s.".formatted(ago))
        .because(
            "It ends %s; this is judged at %s.".formatted(end, seconds(now)),
            tolerated
                ? "AWS STS allows five minutes, so it may still take it."
                : "AWS STS allows five minutes and Google about one.")
        .fix(
            Fix.of("Ask for a new token right before it is used."),
            Fix.of("If it is new, set this machine's clock."))
        .confidence(tolerated ? Confidence.POSSIBLE : Confidence.CERTAIN)
        .source(source(token));
  }

  private static Finding early(Token token, Lifetime lifetime, Instant now) {
    Instant start =
        Stream.of(lifetime.notBefore(), lifetime.issuedAt())
            .flatMap(Stream::ofNullable)
            .max(Instant::compareTo)
            .orElse(now);
    boolean tolerated = Duration.between(now, start).compareTo(TOLERANCE) < 0;
    return Finding.error(
            id(token, "aws.token-not-yet-valid"),
            "The token is not valid yet: it begins %s.".formatted(Durations.relative(start, now)))
        .because(
            "It begins %s; this is judged at %s.".formatted(start, seconds(now)),
            "Either its issuer's clock or this one is wrong.")
        .fix(Fix.of("Set the clock of this machine, or of the issuer."))
        .confidence(tolerated ? Confidence.POSSIBLE : Confidence.CERTAIN)
        .source(source(token));
  }

  private static Finding tooOld(Token token, Instant issued, Instant now) {
    return Finding.warning(
            id(token, "aws.token-too-old"),
            "The token was issued %s; more than a day is too old, whatever its end."
                .formatted(Durations.relative(issued, now)))
        .because("Its `iat` is %s.".formatted(issued))
        .fix(Fix.of("Ask for a new token right before it is used."))
        .confidence(Confidence.LIKELY)
        .source(source(token));
  }

  private static Stream<Finding> malformed(Token token) {
    return Stream.of("iat", "nbf", "exp")
        .filter(claim -> token.claims().has(claim))
        .filter(claim -> !NumericDate.wellFormed(token.claims().path(claim)))
        .map(claim -> malformed(claim, token.claims().path(claim)));
  }

  private static Finding malformed(String claim, JsonNode value) {
    return Finding.error(
            "aws.timestamp-invalid", "The time `%s` is not a whole number.".formatted(claim))
        .because(
            "Its value is %s; AWS STS answers `Invalid timestamp in token claims.`"
                .formatted(value),
            "Whole seconds since 1970 are wanted, not milliseconds, fractions or dates.")
        .fix(Fix.of("Mend the issuer: no setting of AWS or Google takes such a time."))
        .confidence(Confidence.LIKELY)
        .source(Sources.ASSUME_ROLE);
  }

  /** A token's times are whole seconds: finer ones would only be harder to compare. */
  private static Instant seconds(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The same in the words of the cloud that will read it. */
  private static String id(Token token, String atAws) {
    return switch (token.family()) {
      case AWS_OUTBOUND -> "google.token-stale";
      case AWS_SIGNED_REQUEST -> "aws4.stale";
      default -> atAws;
    };
  }

  private static String source(Token token) {
    if (token.family() == Family.AWS_OUTBOUND) {
      return Sources.GOOGLE_STS;
    }
    return token.family() == Family.AWS_SIGNED_REQUEST ? Sources.SIGNING : Sources.ASSUME_ROLE;
  }
}
