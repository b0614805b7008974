package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.google.cel.Dialect;
import dev.crosstrust.trust.google.cel.Expression;
import dev.crosstrust.trust.google.cel.InvalidExpression;
import dev.crosstrust.trust.google.cel.Mending;
import dev.crosstrust.trust.google.cel.Variables;
import java.util.ArrayList;
import java.util.List;

/** How somebody is let in whom a condition keeps out, with the least change. */
record ConditionFixes(PoolQuestion question, Mapping mapping, Mapped mapped) {

  /** The best first; that somebody else was meant is the cheapest to find out. */
  Fix[] admitting(Expression condition, Variables variables) {
    List<Fix> fixes = new ArrayList<>();
    fixes.add(Fix.of("If somebody else was to enter, present that identity's token."));
    Mending.of(condition, variables, new NearTexts())
        .map(mended -> mended(condition, mended))
        .ifPresent(fixes::add);
    OneWorkload.condition(question, mapped).map(this::beside).ifPresent(fixes::add);
    if (fixes.size() == 1) {
      fixes.add(provider().look("Read the condition again."));
    }
    return fixes.toArray(Fix[]::new);
  }

  private ProviderFixes provider() {
    return new ProviderFixes(question.provider());
  }

  private Fix mended(Expression before, Mending.Mended mended) {
    boolean same =
        mended.same()
            && Lookalikes.of(question, mapping, before).gains(mended.condition()) == Ternary.NO;
    return provider()
        .condition(
            "If the condition is mistaken, put it right: %s."
                .formatted(String.join(", and ", mended.changes())),
            mended.text())
        .with(same ? Fix.Effect.SAME : Fix.Effect.WIDENS);
  }

  private Fix beside(String workload) {
    return provider()
        .condition(
            "If this identity is to enter besides, let the condition name it too.",
            or(question.provider().condition(), workload))
        .with(Fix.Effect.WIDENS);
  }

  private static String or(String condition, String other) {
    String both = "(%s) || %s".formatted(condition, other);
    return condition.contains("//") && !isValid(both)
        ? "(%s\n) || %s".formatted(condition, other)
        : both;
  }

  /** A comment goes on to the end of its line. */
  private static boolean isValid(String condition) {
    try {
      return Expression.of(Dialect.CONDITION, condition).mayBeBoolean();
    } catch (InvalidExpression e) {
      return false;
    }
  }
}
