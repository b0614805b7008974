package dev.crosstrust.token.lens;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.Family;
import dev.crosstrust.token.Jwt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is wrong with a JWT for AWS, or surprising about a Google one. */
final class ClaimFindings {
  private static final List<String> REQUIRED = List.of("iss", "sub", "aud", "iat", "exp");

  private ClaimFindings() {}

  static List<Finding> of(Jwt jwt) {
    List<Finding> findings = new ArrayList<>();
    if (jwt.jws().unsigned()) {
      findings.add(unsigned(jwt));
    }
    if (jwt.family() == Family.GOOGLE_ASSERTION) {
      findings.add(assertion(jwt));
    }
    REQUIRED.stream()
        .filter(claim -> isBlank(jwt.claims().path(claim)))
        .map(claim -> missing(jwt, claim))
        .forEach(findings::add);
    if (jwt.family() != Family.AWS_OUTBOUND
        && jwt.audiences().size() > 1
        && !jwt.claims().has("azp")) {
      findings.add(severalAudiences(jwt));
    }
    if (jwt.family() == Family.GOOGLE_ID) {
      azp(jwt).forEach(findings::add);
    }
    return findings;
  }

  private static Finding unsigned(Jwt jwt) {
    return Finding.error("token.unsigned", "The token is not signed: anybody can have written it.")
        .because(
            jwt.jws().signaturePart().isEmpty()
                ? "Its third part, the signature, is empty."
                : "Its header says `\"alg\":\"%s\"`.".formatted(jwt.jws().algorithm().orElse("")))
        .fix(Fix.of("Ask its issuer for a signed token; neither cloud takes another."))
        .source("RFC 7518, section 3.6");
  }

  private static Finding assertion(Jwt jwt) {
    return Finding.error(
            "aws.not-an-id-token",
            "This is a service account's own assertion, which asks for a token and is none.")
        .because(
            "Its issuer is the service account itself, %s.".formatted(jwt.text("iss").orElse("")))
        .fix(
            Fix.of("Trade it at Google's token endpoint, with `target_audience`, for an ID token."))
        .source("https://developers.google.com/identity/protocols/oauth2/service-account");
  }

  private static Finding missing(Jwt jwt, String claim) {
    boolean there = jwt.claims().has(claim);
    return Finding.error(
            "aws.claim-missing",
            there
                ? "The claim `%s` is empty.".formatted(claim)
                : "The claim `%s` is missing.".formatted(claim))
        .because(
            "The token has %s.".formatted(String.join(", ", jwt.claims().propertyNames())),
            there
                ? "AWS STS answers `Claim is not allowed to be empty: %s`.".formatted(claim)
                : "AWS STS answers `Missing a required claim: %s`; Google wants it too."
                    .formatted(claim))
        .fix(Fix.of("Ask for an ID token; other kinds of JWT lack some of its claims."))
        .source(Sources.ASSUME_ROLE);
  }

  private static Finding severalAudiences(Jwt jwt) {
    return Finding.error(
            "aws.several-audiences", "The token is for several audiences and has no `azp`.")
        .because(
            "`aud` is %s.".formatted(jwt.claims().path("aud")),
            "AWS STS answers `Token audience contains more than one audience while authorized"
                + " party is not present`.")
        .fix(Fix.of("Ask for a token with one audience."))
        .confidence(Confidence.LIKELY)
        .source(Sources.ASSUME_ROLE);
  }

  /** The trap of one service account with two faces. */
  private static Stream<Finding> azp(Jwt jwt) {
    String azp = jwt.text("azp").orElse("");
    if (Azp.of(azp) == Azp.OTHER) {
      return Stream.empty();
    }
    String kind = Azp.of(azp) == Azp.EMAIL ? "e-mail address" : "numeric id";
    String otherKind = Azp.of(azp) == Azp.EMAIL ? "numeric id" : "e-mail address";
    return Stream.of(
        Finding.info(
                "aws.azp-depends-on-source",
                "`azp` is the service account's %s here; made another way, the token has its %s."
                    .formatted(kind, otherKind))
            .because(
                "`azp` is %s, `sub` is %s.".formatted(azp, jwt.text("sub").orElse("absent")),
                "Metadata servers and plain generateIdToken put the numeric id, key files and"
                    + " `useEmailAzp` the e-mail address.",
                "AWS compares `accounts.google.com:aud` with `azp`.")
            .fix(
                Fix.of(
                    "In the trust policy pin `accounts.google.com:sub` and"
                        + " `accounts.google.com:oaud`, which stay the same."))
            .source(Sources.CONDITION_KEYS));
  }

  private static boolean isBlank(JsonNode claim) {
    return claim.isMissingNode()
        || claim.isNull()
        || (claim.isString() && claim.stringValue().isBlank())
        || (claim.isArray()
            && claim
                .valueStream()
                .map(one -> one.asString(""))
                .collect(Collectors.joining())
                .isBlank());
  }
}
