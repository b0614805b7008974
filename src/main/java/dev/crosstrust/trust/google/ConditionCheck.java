package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.google.cel.Answer;
import dev.crosstrust.trust.google.cel.Expression;
import dev.crosstrust.trust.google.cel.Reasons;
import dev.crosstrust.trust.google.cel.Variables;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The provider's condition, held against a token.
 *
 * @param expression null where there is none, or none that can be evaluated
 */
record ConditionCheck(PoolReport.Condition report, Judged judged, @Nullable Expression expression) {

  /** How somebody is let in whom the condition keeps out. */
  @FunctionalInterface
  interface Fixes {
    Fix[] admitting(Expression condition, Variables variables);
  }

  /** Decides by what a mapping made of what is presented. */
  static ConditionCheck of(
      ReadCondition condition, Mapped mapped, Variables assertion, Fixes fixes) {
    ConditionCheck check = of(condition, mapped.variables(assertion), fixes);
    if (check.report().result() != null || mapped.absent().isEmpty()) {
      return check;
    }
    // Whatever Google makes of what cannot be mapped, it may keep the token out.
    List<ConditionCheck> cases =
        mapped.withoutAbsent(assertion).map(it -> of(condition, it, fixes)).toList();
    return cases.stream().allMatch(it -> Boolean.FALSE.equals(it.report().result()))
        ? cases.getFirst()
        : check;
  }

  private static ConditionCheck of(ReadCondition condition, Variables variables, Fixes fixes) {
    if (condition.wrong() != null) {
      return invalid(condition.text(), condition.wrong());
    }
    return condition.expression() == null
        ? unevaluated(condition)
        : evaluated(condition, condition.expression(), variables, fixes);
  }

  /** There is none, or none that can be evaluated here. */
  private static ConditionCheck unevaluated(ReadCondition condition) {
    List<Finding> hints = condition.hints();
    return new ConditionCheck(
        new PoolReport.Condition(
            condition.text(),
            hints.isEmpty() ? true : null,
            hints.stream().flatMap(hint -> hint.because().stream()).toList()),
        hints.isEmpty() ? Judged.passed() : new Judged(Ternary.UNDECIDED, hints),
        null);
  }

  private static ConditionCheck invalid(String text, String because) {
    return new ConditionCheck(
        new PoolReport.Condition(text, null, List.of(because)),
        Judged.refused(
            Finding.error("google.condition-invalid", "The attribute condition is not valid")
                .because(Reasons.sentence(because))
                .fix(Fix.of("Mend the condition; Google takes no provider with such a one."))
                .source(Pages.CONDITION)),
        null);
  }

  private static ConditionCheck evaluated(
      ReadCondition condition, Expression expression, Variables variables, Fixes fixes) {
    List<Finding> hints = condition.hints();
    Answer answer = expression.evaluate(variables);
    if (answer.is(true)) {
      return new ConditionCheck(
          new PoolReport.Condition(condition.text(), true, List.of()),
          new Judged(hints.isEmpty() ? Ternary.YES : Ternary.UNDECIDED, hints),
          expression);
    }
    List<String> because = Reasons.against(expression, variables);
    if (answer instanceof Answer.Open) {
      return new ConditionCheck(
          new PoolReport.Condition(condition.text(), null, because),
          new Judged(Ternary.UNDECIDED, hints),
          expression);
    }
    List<Finding> findings = new ArrayList<>(hints);
    findings.addFirst(refused(because, fixes.admitting(expression, variables)));
    return new ConditionCheck(
        new PoolReport.Condition(condition.text(), false, because, answer instanceof Answer.Failed),
        new Judged(Ternary.NO, findings),
        expression);
  }

  private static Finding refused(List<String> because, Fix[] fixes) {
    return Finding.error("google.condition-refused", "The provider's attribute condition says no")
        .because(because.stream().map(Reasons::sentence).toArray(String[]::new))
        .fix(fixes)
        .source(Pages.CONDITION);
  }
}
