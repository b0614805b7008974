package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.aws.policy.Condition;
import dev.crosstrust.trust.aws.policy.Patterns;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Why a value is not one that the policy wants.
 *
 * @param has the value
 */
record ValueCauses(Unmet unmet, String has) {
  /** So many values are not repeated in a sentence. */
  private static final int MANY = 5;

  /** The most telling first; that it is another value is always true. */
  static Cause of(Unmet unmet, String has) {
    ValueCauses causes = new ValueCauses(unmet, has);
    return AzpCauses.of(unmet, has)
        .or(causes::mangled)
        .or(causes::wildcard)
        .or(() -> CaseCauses.of(unmet, has))
        .or(causes::nearMiss)
        .orElseGet(causes::mismatch);
  }

  private Optional<Cause> mangled() {
    Predicate<String> mangled = want -> Near.isMangled(want, has);
    return unmet.wants(mangled)
        ? Optional.of(
            new Cause(
                1,
                Finding.error(
                        "aws.trust-number-mangled",
                        "The policy has the id as a number, and lost some of its digits")
                    .because(
                        unmet.line(), "21 digits are more than a number keeps in JSON and YAML.")
                    .source(Sources.OPERATORS),
                unmet.becomes(has, mangled, Effect.SAME)))
        : Optional.empty();
  }

  private Optional<Cause> wildcard() {
    Condition condition = unmet.condition();
    Predicate<String> pattern = want -> Patterns.isPattern(want) && Patterns.fits(want, has);
    if (unmet.operator().comparison().takesPatterns() || !unmet.wants(pattern)) {
      return Optional.empty();
    }
    return Optional.of(
        new Cause(
            4,
            Finding.error(
                    "aws.trust-wildcard-in-equals",
                    "The policy has a wildcard where %s takes it literally"
                        .formatted(condition.written()))
                .because(unmet.line(), "`*` and `?` stand for others under StringLike only.")
                .source(Sources.OPERATORS),
            unmet.isOnIdOfGoogle()
                ? unmet.becomes(has, pattern, Effect.WIDENS)
                : List.of(Change.operator(condition, like(condition), Effect.WIDENS))));
  }

  private static String like(Condition condition) {
    return condition.written().replaceFirst("(?i)Equals(IgnoreCase)?", "Like");
  }

  private Optional<Cause> nearMiss() {
    return unmet.condition().wants().stream()
        .flatMap(want -> Near.difference(want, has).stream())
        .findFirst()
        .map(this::nearMiss);
  }

  private Cause nearMiss(String difference) {
    return new Cause(
        6,
        Finding.error(
                "aws.trust-near-miss",
                "What the policy wants is almost what the token says: %s differs"
                    .formatted(difference))
            .because(unmet.line())
            .fix(otherToken())
            .source(Sources.OPERATORS),
        nearer());
  }

  /**
   * White space around a value is nobody's, and goes. Another value may be somebody else's: one
   * alone gives way to the token's, several stay.
   */
  private List<Change> nearer() {
    Predicate<String> spaced = want -> Near.isSpaced(want, has);
    if (unmet.wants(spaced)) {
      return unmet.becomes(has, spaced, Effect.SAME);
    }
    if (unmet.condition().wants().size() > 1) {
      return unmet.takes(has);
    }
    boolean same = unmet.isOnAudienceOfOne() && unmet.wants(want -> Near.isBare(want, has));
    return unmet.becomes(has, _ -> true, same ? Effect.SAME : Effect.WIDENS);
  }

  private Cause mismatch() {
    String claim = unmet.claim();
    return new Cause(
        8,
        Finding.error(
                "aws.trust-value-mismatch",
                claim == null
                    ? "The policy wants another %s than the request's"
                        .formatted(unmet.condition().key())
                    : "The policy wants another %s than the token's".formatted(claim))
            .because(unmet.line())
            .fix(otherToken())
            .source(Sources.KEYS),
        unmet.takes(has));
  }

  /** The policy may well be right: an audience is chosen by who asks for the token. */
  private Fix[] otherToken() {
    String claim = unmet.claim();
    List<String> wants = unmet.condition().wants();
    if (claim == null || unmet.wants(Patterns::isPattern)) {
      return new Fix[0];
    }
    String one =
        wants.size() > MANY
            ? "one of the %d that it names".formatted(wants.size())
            : String.join(" or ", wants);
    String text =
        "aud".equals(claim)
            ? ("If the policy is right, ask for a token for %s: that is the audience of the"
                    + " request, in a route `audience`.")
                .formatted(one)
            : "If the policy is right, present a token whose %s is %s.".formatted(claim, one);
    return new Fix[] {Fix.of(text).with(Effect.SAME)};
  }
}
