package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.NumericDate;
import dev.crosstrust.token.lens.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The token's times. Google's reference wants a token that is no older than a day; what was
 * measured is that it forgives a minute both ways and takes old ones that have not expired. Between
 * two measurements nothing is decided.
 */
final class TimeCheck {
  /** A token so long past its end was taken; one second more was not tried. */
  private static final Duration FORGIVEN_END = Duration.ofSeconds(59);

  private static final Duration REFUSED_END = Duration.ofSeconds(61);

  /** A token from so far in the future was taken, and refused. */
  private static final Duration FORGIVEN_START = Duration.ofSeconds(60);

  private static final Duration REFUSED_START = Duration.ofSeconds(119);

  /** With one second left Google failed, with two it did not. */
  private static final Duration FAILS = Duration.ofSeconds(2);

  private static final Duration DOCUMENTED = Duration.ofHours(24);

  private final Instant now;
  private final Jwt jwt;

  private TimeCheck(Jwt jwt, Instant now) {
    this.jwt = jwt;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
  }

  static Judged of(Jwt jwt, Instant at) {
    TimeCheck check = new TimeCheck(jwt, at);
    for (String claim : List.of("iat", "exp")) {
      if (check.time(claim).isEmpty()) {
        return Judged.refused(check.missing(claim));
      }
      if (!jwt.claims().path(claim).isNumber()) {
        return Judged.open(check.missing(claim).confidence(Confidence.LIKELY));
      }
    }
    return check.judged(check.time("iat").orElseThrow(), check.time("exp").orElseThrow());
  }

  private Judged judged(Instant issued, Instant end) {
    Duration over = Duration.between(end, now);
    Duration ahead = Duration.between(now, issued);
    if (over.compareTo(REFUSED_END) >= 0) {
      return Judged.refused(stale("The token expired %s", end, "ends"));
    }
    if (ahead.compareTo(REFUSED_START) >= 0) {
      return Judged.refused(stale("The token is issued in the future: %s", issued, "is issued"));
    }
    if (over.compareTo(FORGIVEN_END) > 0) {
      return Judged.open(likely(stale("The token expired %s", end, "ends")));
    }
    if (ahead.compareTo(FORGIVEN_START) > 0) {
      return Judged.open(
          likely(stale("The token is issued in the future: %s", issued, "is issued")));
    }
    Optional<Instant> start =
        time("nbf").filter(nbf -> Duration.between(now, nbf).compareTo(FORGIVEN_START) > 0);
    if (start.isPresent()) {
      return Judged.open(likely(stale("The token begins %s", start.get(), "begins")));
    }
    if (over.isNegative() && over.negated().compareTo(FAILS) < 0) {
      return Judged.open(
          likely(stale("The token ends %s; Google was seen to fail then", end, "ends")));
    }
    return Judged.passed(advice(issued, end).toArray(Finding[]::new));
  }

  private List<Finding> advice(Instant issued, Instant end) {
    List<Finding> advice = new ArrayList<>();
    boolean old = Duration.between(issued, now).compareTo(DOCUMENTED) > 0;
    boolean longLived = Duration.between(issued, end).compareTo(DOCUMENTED) > 0;
    if (old || longLived) {
      advice.add(
          Finding.warning(
                  "google.token-stale",
                  old
                      ? "The token was issued %s; Google documents a day at most"
                          .formatted(Durations.relative(issued, now))
                      : "The token lives for %s; Google documents a day at most"
                          .formatted(Durations.say(Duration.between(issued, end))))
              .because(
                  "It is issued %s and ends %s.".formatted(issued, end),
                  "Tokens of many years were seen to be taken all the same.")
              .fix(Fix.of("Ask for a new token right before the exchange."))
              .confidence(Confidence.POSSIBLE)
              .source(Pages.TOKEN));
    }
    return advice;
  }

  private Optional<Instant> time(String claim) {
    JsonNode value = jwt.claims().path(claim);
    return NumericDate.of(value);
  }

  private Finding missing(String claim) {
    JsonNode value = jwt.claims().path(claim);
    return finding(
            "The token does not say when it %s"
                .formatted(claim.equals("iat") ? "was issued" : "ends"))
        .because(
            value.isMissingNode()
                ? "There is no `%s`.".formatted(claim)
                : "Its `%s` is %s, which is no number of seconds.".formatted(claim, value))
        .fix(Fix.of("Let the issuer set `iat` and `exp`: Google wants both."));
  }

  private Finding stale(String title, Instant time, String what) {
    return finding(title.formatted(Durations.relative(time, now)))
        .because(
            "It %s %s; this is judged at %s.".formatted(what, time, now),
            "Google forgives about a minute.")
        .fix(
            Fix.of("Ask for a new token right before the exchange."),
            Fix.of("If it is new, set the clock of this machine, or of the issuer."));
  }

  private static Finding finding(String title) {
    return Finding.error("google.token-stale", title).source(Pages.TOKEN);
  }

  private static Finding likely(Finding finding) {
    return finding.confidence(Confidence.LIKELY);
  }
}
