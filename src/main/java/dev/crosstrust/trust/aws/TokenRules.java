package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.token.Family;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.NumericDate;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.lens.TokenFindings;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.Ternary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What STS wants of the token itself, before it looks at the role.
 *
 * @param takes whether it takes it
 */
record TokenRules(Ternary takes, List<Finding> findings) {
  /** STS allows it both ways (captured from real answers). */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** The longest {@code WebIdentityToken}, in characters. */
  private static final int LONGEST = 20_000;

  /** From when on STS says that a token is too old. */
  private static final Duration OLDEST = Duration.ofDays(1);

  private static final Set<String> ALGORITHMS =
      Set.of("RS256", "RS384", "RS512", "ES256", "ES384", "ES512");
  private static final Set<String> TIMES =
      Set.of("aws.token-expired", "aws.token-not-yet-valid", "aws.token-too-old");
  private static final Set<String> ALWAYS_REFUSED =
      Set.of(
          "aws.claim-missing",
          "aws.several-audiences",
          "aws.not-an-id-token",
          "aws.timestamp-invalid",
          "token.unsigned");
  private static final Set<String> OF_SIGNATURE =
      Set.of("aws.key-not-found", "aws.signature-invalid", "aws.keys-unreachable");

  TokenRules {
    findings = List.copyOf(findings);
  }

  static TokenRules of(TrustQuestion question) {
    if (!(question.token() instanceof Jwt jwt)) {
      return new TokenRules(
          Ternary.NO,
          List.of(
              notAnIdToken(
                  "This is a signed request, with which Google asks AWS who somebody is.",
                  "AWS STS takes a JWT that an OIDC issuer has signed.")));
    }
    if (jwt.family() == Family.AWS_OUTBOUND) {
      return new TokenRules(
          Ternary.NO,
          List.of(
              notAnIdToken(
                  "This token is AWS's own, for services outside of AWS.",
                  "AWS STS does not take tokens of GetWebIdentityToken.")));
    }
    if (isTooLong(jwt)) {
      return new TokenRules(Ternary.NO, List.of(tooLong(jwt)));
    }
    List<Finding> findings = new ArrayList<>();
    Ternary takes = Ternary.YES;
    for (Finding finding : TokenFindings.of(jwt, question.signature(), question.at())) {
      if (TIMES.contains(finding.id())) {
        Ternary inTime = inTime(jwt, question.at());
        findings.add(with(finding, inTime == Ternary.NO ? Severity.ERROR : Severity.WARNING));
        takes = takes.and(inTime);
      } else if (ALWAYS_REFUSED.contains(finding.id())) {
        findings.add(finding);
        takes = Ternary.NO;
      } else if (OF_SIGNATURE.contains(finding.id())) {
        findings.add(finding);
      }
    }
    if (jwt.claims().path("azp").stringValueOpt().filter(String::isEmpty).isPresent()) {
      findings.add(emptyParty());
      takes = Ternary.NO;
    }
    if (!ALGORITHMS.contains(jwt.jws().algorithm().orElse("")) && !jwt.jws().unsigned()) {
      findings.add(algorithm(jwt));
      takes = Ternary.NO;
    }
    SessionTags tags = SessionTags.of(jwt);
    if (tags.readable() != Ternary.YES) {
      findings.add(tags(tags.readable()));
      takes = takes.and(tags.readable());
    }
    return new TokenRules(takes.and(signature(question.signature())), findings);
  }

  /** One that nobody checked counts as valid; one that could not be checked is open. */
  private static Ternary signature(SignatureCheck check) {
    return switch (check.cause()) {
      case KEYS_UNREACHABLE, SEVERAL_KEYS -> Ternary.UNDECIDED;
      case VERIFIED,
          NOT_ASKED,
          UNSIGNED,
          KEY_NOT_FOUND,
          KEY_UNFIT,
          HEADER_REFUSED,
          DOES_NOT_VERIFY,
          ALGORITHM_UNKNOWN ->
          Ternary.of(check.status() != SignatureCheck.Status.INVALID);
    };
  }

  /** Whether STS refuses it for its length, before it reads it. */
  static boolean isTooLong(Token token) {
    return token.length() > LONGEST;
  }

  /** Whether STS lets the times pass; how old a token may be to the minute is not known. */
  private static Ternary inTime(Jwt jwt, Instant at) {
    boolean passes =
        holds(jwt, "exp", end -> at.minus(TOLERANCE).isBefore(end))
            && holds(jwt, "nbf", start -> !at.plus(TOLERANCE).isBefore(start))
            && holds(jwt, "iat", issued -> !at.plus(TOLERANCE).isBefore(issued))
            && holds(jwt, "iat", issued -> !at.minus(OLDEST).minus(TOLERANCE).isAfter(issued));
    boolean young = holds(jwt, "iat", issued -> !at.minus(OLDEST).isAfter(issued));
    return passes && !young ? Ternary.UNDECIDED : Ternary.of(passes);
  }

  private static boolean holds(Jwt jwt, String claim, Predicate<Instant> rule) {
    return NumericDate.of(jwt.claims().path(claim)).filter(rule.negate()).isEmpty();
  }

  private static Finding with(Finding finding, Severity severity) {
    return new Finding(
        finding.id(),
        severity,
        finding.title(),
        finding.because(),
        finding.fix(),
        finding.confidence(),
        finding.source());
  }

  private static Finding algorithm(Jwt jwt) {
    return Finding.error("aws.signature-invalid", "AWS STS does not take this kind of signature")
        .because(
            "The header says `\"alg\":\"%s\"`; STS takes RS256, RS384, RS512, ES256, ES384, ES512."
                .formatted(jwt.jws().algorithm().orElse("")))
        .fix(Fix.of("Have the issuer sign with RS256."))
        .source(Sources.ASSUME_ROLE);
  }

  private static Finding emptyParty() {
    return Finding.error("aws.claim-missing", "The claim `azp` is empty")
        .because("STS reads azp wherever it is there, and finds nobody in it.")
        .fix(Fix.of("Have the issuer name the client in azp, or leave the claim out."))
        .source(Sources.ASSUME_ROLE);
  }

  private static Finding tags(Ternary readable) {
    Finding finding =
        new Finding(
            "aws.session-tags",
            readable == Ternary.NO ? Severity.ERROR : Severity.WARNING,
            readable == Ternary.NO
                ? "STS cannot read the session tags that the token brings"
                : "Whether STS reads the session tags of the token cannot be told from here",
            List.of("Each tag in `principal_tags` is to be a list of one text."),
            List.of(),
            readable == Ternary.NO ? Confidence.CERTAIN : Confidence.POSSIBLE,
            Sources.TAGS);
    return finding.fix(
        Fix.of(
            "Have the issuer write {\"principal_tags\": {\"NAME\": [\"VALUE\"]}} in %s."
                .formatted(SessionTags.TAGS)));
  }

  private static Finding tooLong(Jwt jwt) {
    return Finding.error("aws.not-an-id-token", "The token is longer than AWS STS takes")
        .because("It has %d characters; STS takes up to %d.".formatted(jwt.length(), LONGEST))
        .fix(Fix.of("Have the issuer leave out claims that AWS does not need."))
        .source(Sources.ASSUME_ROLE);
  }

  private static Finding notAnIdToken(String title, String because) {
    return Finding.error("aws.not-an-id-token", title)
        .because(because)
        .fix(Fix.of("Present an ID token of the other cloud."))
        .source(Sources.ASSUME_ROLE);
  }
}
