package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.aws.policy.Comparison;
import dev.crosstrust.trust.aws.policy.Condition;
import dev.crosstrust.trust.aws.policy.Operator;
import dev.crosstrust.trust.aws.policy.Operator.Quantifier;
import dev.crosstrust.trust.aws.policy.Patterns;
import java.util.List;

/** Why a condition does not hold, the most telling reason it can have. */
record ConditionCauses(Unmet unmet) {

  static Cause of(Unmet unmet) {
    return new ConditionCauses(unmet).cause();
  }

  private Cause cause() {
    Operator operator = unmet.operator();
    List<String> has = unmet.has();
    if (unmet.condition().wants().isEmpty()) {
      return nothingWanted();
    }
    boolean needsKey = !operator.negated() || operator.quantifier() == Quantifier.ANY;
    if (has.isEmpty() && needsKey && operator.comparison() != Comparison.NULL) {
      return AbsentCauses.of(unmet);
    }
    if (operator.negated() || !operator.comparison().isOfTexts()) {
      return other();
    }
    return has.size() > 1 ? oneOf(has) : ValueCauses.of(unmet, has.getFirst());
  }

  /** Of a key with several values, which an operator without {@code ForAnyValue:} never takes. */
  private Cause oneOf(List<String> has) {
    if (unmet.operator().quantifier() == Quantifier.ONE) {
      return other();
    }
    return has.stream()
        .flatMap(it -> CaseCauses.of(unmet, it).stream())
        .findFirst()
        .orElseGet(this::other);
  }

  private Cause nothingWanted() {
    Condition condition = unmet.condition();
    return new Cause(
        8,
        Finding.error(
                "aws.trust-value-mismatch",
                "The policy lists no value for %s".formatted(condition.key()))
            .because(
                unmet.line(),
                "No value is in an empty list, and %s holds of none."
                    .formatted(condition.written()))
            .fix(Fix.of("Name the values that are meant, or drop the condition."))
            .source(Sources.ANALYZER),
        List.of());
  }

  /** Of operators that negate, or compare no texts. */
  private Cause other() {
    Condition condition = unmet.condition();
    List<String> has = unmet.has();
    boolean excluded = unmet.operator().negated() && has.size() == 1 && unmet.isOfToken();
    return new Cause(
        8,
        Finding.error(
                has.isEmpty() ? "aws.trust-key-absent" : "aws.trust-value-mismatch",
                has.size() > 1
                    ? "%s has several values, which %s never takes"
                        .formatted(condition.key(), condition.written())
                    : "The condition on %s does not hold".formatted(condition.key()))
            .because(unmet.line())
            .fix(has.size() > 1 ? oneAudience() : new Fix[0])
            .source(Sources.OPERATORS),
        excluded
            ? List.of(Change.except(condition, want -> Patterns.fits(want, has.getFirst())))
            : List.of());
  }

  private Fix[] oneAudience() {
    return "aud".equals(unmet.claim())
        ? new Fix[] {Fix.of("Ask for a token with one audience.").with(Effect.SAME)}
        : new Fix[0];
  }
}
