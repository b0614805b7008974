package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.aws.policy.Condition;
import dev.crosstrust.trust.aws.policy.Patterns;
import java.util.List;
import java.util.Optional;

/**
 * Values, and patterns of them, that would fit but for upper and lower case.
 *
 * @param want what the policy wants
 * @param has one of the key's values
 */
record CaseCauses(Unmet unmet, String want, String has) {

  /** Why a condition does not hold of a value, where case is all there is to it. */
  static Optional<Cause> of(Unmet unmet, String has) {
    return unmet.condition().wants().stream()
        .filter(want -> unmet.condition().fitsButForCase(want, has, unmet.keys()))
        .findFirst()
        .map(want -> new CaseCauses(unmet, want, has).cause());
  }

  private Cause cause() {
    return new Cause(
        5,
        Finding.error(
                "aws.trust-case-differs",
                "What the policy wants differs from the %s in upper and lower case only"
                    .formatted(unmet.isOfToken() ? "token" : "request"))
            .because(unmet.line(), "Keys are compared without regard to case, values with it.")
            .source(Sources.OPERATORS),
        recased().map(this::changes).orElse(List.of()));
  }

  /** What the policy is to want; empty where variables are put in, whose case is another's. */
  private Optional<String> recased() {
    Condition condition = unmet.condition();
    if (want.contains("${")) {
      return Optional.empty();
    }
    return condition.operator().comparison().takesPatterns()
        ? Patterns.inCaseOf(want, has)
        : Optional.of(has);
  }

  private List<Change> changes(String value) {
    return unmet.becomes(
        value, want::equals, unmet.isOnAudienceOfOne() ? Effect.SAME : Effect.WIDENS);
  }
}
