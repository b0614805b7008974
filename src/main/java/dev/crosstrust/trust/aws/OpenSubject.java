package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.Condition;
import dev.crosstrust.trust.aws.policy.Patterns;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A statement that does not say who may enter, or says it so that others fit.
 *
 * @param judged lets the token in
 * @param othersDenied whether another statement keeps them out all the same
 */
record OpenSubject(Evaluated evaluated, Judged judged, Ternary othersDenied) {
  /** A pattern in which a wildcard stands for whose repository it is, or for a part of that. */
  private static final Pattern ANYBODYS_AT_GITHUB =
      Pattern.compile("(?s)(repo:[^/*?]*|[^:*?]*:?)[*?].*");

  /** The warning; empty where the statement names somebody. */
  Optional<Finding> found() {
    boolean named =
        isNamed()
            || (issuer().isGoogle() && judged.pins(key("aud")))
            || IssuerClaims.ofSomebody(issuer().url()).stream().anyMatch(this::isAsked);
    if (!named) {
      return Optional.of(open());
    }
    List<Condition> ids = Stream.of("sub", "aud").flatMap(this::conditions).toList();
    return issuer().isGoogle() && ids.stream().noneMatch(Condition::pinsExactly)
        ? ids.stream().filter(OpenSubject::isPattern).findFirst().map(this::alike)
        : Optional.empty();
  }

  private static boolean isPattern(Condition condition) {
    return condition.pinsWhereThere()
        && condition.operator().comparison().takesPatterns()
        && condition.wants().stream().anyMatch(Patterns::isPattern);
  }

  private Issuer issuer() {
    return evaluated.issuer();
  }

  private String key(String claim) {
    return issuer().key(claim);
  }

  private Stream<Condition> conditions(String claim) {
    return judged.on(key(claim));
  }

  /** Whether the subject has to be one whose owner the policy chooses. */
  private boolean isNamed() {
    return conditions("sub").anyMatch(it -> it.pinsWhereThere() && !isAnybodys(it));
  }

  private boolean isAnybodys(Condition condition) {
    return issuer().isGitHub()
        && condition.operator().comparison().takesPatterns()
        && condition.wants().stream().anyMatch(ANYBODYS_AT_GITHUB.asMatchPredicate());
  }

  /** Whether a claim that a token may be without has to have such a value. */
  private boolean isAsked(String claim) {
    return conditions(claim).anyMatch(Condition::pins);
  }

  private Finding open() {
    return Finding.warning(
            "aws.trust-open-subject", "Anybody with a token of this issuer may enter")
        .because(
            conditions("sub")
                .filter(this::isAnybodys)
                .findFirst()
                .map(
                    it ->
                        "%s takes %s for %s, which others' repositories fit."
                            .formatted(judged.shown(), String.join(" or ", it.wants()), it.key()))
                .orElse("%s asks for no %s.".formatted(judged.shown(), key("sub"))),
            issuer().isGoogle()
                ? "Every Google account, of any project and organisation, can have such a token."
                : "Every workload of that issuer can have such a token.")
        .fix(
            Fix.of("Pin %s to the one that is meant, under StringEquals.".formatted(key("sub")))
                .with(Effect.NARROWS))
        .confidence(othersDenied == Ternary.NO ? Confidence.CERTAIN : Confidence.LIKELY)
        .source(Sources.SECURE);
  }

  private Finding alike(Condition condition) {
    return Finding.warning(
            "aws.trust-open-subject", "Anybody may enter whose id only looks like the one meant")
        .because(
            new ConditionText(evaluated, judged).asked(condition) + ".",
            "Google's ids are numbers that say nothing of whose they are: an account of anybody's"
                + " may have one that fits.")
        .fix(
            Fix.of("Pin %s to the whole number, under StringEquals.".formatted(key("sub")))
                .with(Effect.NARROWS))
        .confidence(othersDenied == Ternary.NO ? Confidence.CERTAIN : Confidence.LIKELY)
        .source(Sources.SECURE);
  }
}
