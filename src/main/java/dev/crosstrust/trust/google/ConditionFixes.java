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
import java.util.Optional;

/**
 * How somebody is let in whom a condition keeps out, with the least change.
 *
 * @param workload a condition that lets this one in and nobody else; empty where that is not known
 */
record ConditionFixes(PoolProvider provider, Optional<String> workload, Gains gains) {

  /** Whether another condition lets somebody in whom the one before kept out. */
  @FunctionalInterface
  interface Gains {
    Ternary by(Expression before, Expression after);
  }

  static ConditionFixes of(PoolQuestion question, Mapping mapping, Mapped mapped) {
    return new ConditionFixes(
        question.provider(),
        OneWorkload.condition(question, mapped),
        (before, after) -> Lookalikes.of(question, mapping, before).gains(after));
  }

  /** For what is not there yet: whom else a condition lets in is not asked. */
  static ConditionFixes of(PoolProvider provider, Awaited awaited, Mapped mapped) {
    return new ConditionFixes(
        provider, OneWorkload.condition(awaited, mapped), (_, _) -> Ternary.UNDECIDED);
  }

  /** The best first; that somebody else was meant is the cheapest to find out. */
  Fix[] admitting(Expression condition, Variables variables) {
    List<Fix> fixes = new ArrayList<>();
    fixes.add(Fix.of("If somebody else was to enter, present that identity's token."));
    Mending.of(condition, variables, new NearTexts())
        .map(mended -> mended(condition, mended))
        .ifPresent(fixes::add);
    workload.map(this::beside).ifPresent(fixes::add);
    if (fixes.size() == 1) {
      fixes.add(change().look("Read the condition again."));
    }
    return fixes.toArray(Fix[]::new);
  }

  private ProviderFixes change() {
    return new ProviderFixes(provider);
  }

  private Fix mended(Expression before, Mending.Mended mended) {
    boolean same = mended.same() && gains.by(before, mended.condition()) == Ternary.NO;
    return change()
        .condition(
            "If the condition is mistaken, put it right: %s."
                .formatted(String.join(", and ", mended.changes())),
            mended.text())
        .with(same ? Fix.Effect.SAME : Fix.Effect.WIDENS);
  }

  private Fix beside(String one) {
    return change()
        .condition(
            "If this identity is to enter besides, let the condition name it too.",
            or(provider.condition(), one))
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
