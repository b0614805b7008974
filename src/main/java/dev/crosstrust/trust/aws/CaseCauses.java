package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.aws.Judged.JudgedCondition;
import dev.crosstrust.trust.aws.policy.Condition;
import dev.crosstrust.trust.aws.policy.Patterns;
import java.util.List;
import java.util.Optional;

/** Values, and patterns of them, that would fit but for upper and lower case. */
final class CaseCauses {
  private final TrustKeys keys;
  private final ConditionCauses causes;

  CaseCauses(TrustKeys keys, ConditionCauses causes) {
    this.keys = keys;
    this.causes = causes;
  }

  /**
   * Why a condition does not hold of a value, where case is all there is to it.
   *
   * @param has one of the key's values
   */
  Optional<Cause> of(JudgedCondition judged, String has) {
    Condition condition = judged.condition();
    return condition.wants().stream()
        .filter(want -> condition.fitsButForCase(want, has, keys))
        .findFirst()
        .map(want -> cause(judged, want, has));
  }

  private Cause cause(JudgedCondition judged, String want, String has) {
    return new Cause(
        5,
        Finding.error(
                "aws.trust-case-differs",
                "What the policy wants differs from the %s in upper and lower case only"
                    .formatted(causes.ofToken(judged) ? "token" : "request"))
            .because(
                causes.line(judged), "Keys are compared without regard to case, values with it.")
            .source(Sources.OPERATORS),
        recased(judged.condition(), want, has)
            .filter(it -> causes.ofToken(judged))
            .map(it -> List.of(change(judged.condition(), want, it)))
            .orElse(List.of()));
  }

  /** What the policy is to want; empty where variables are put in, whose case is another's. */
  private static Optional<String> recased(Condition condition, String want, String has) {
    if (want.contains("${")) {
      return Optional.empty();
    }
    return condition.operator().comparison().takesPatterns()
        ? Patterns.inCaseOf(want, has)
        : Optional.of(has);
  }

  private Change change(Condition condition, String want, String value) {
    return Change.value(
        condition,
        want::equals,
        value,
        causes.isAudienceOfOne(condition) ? Effect.SAME : Effect.WIDENS);
  }
}
