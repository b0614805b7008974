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
 * @param expression null where there is none, or none that is valid
 */
record ConditionCheck(PoolReport.Condition report, Judged judged, @Nullable Expression expression) {

  static ConditionCheck of(
      PoolProvider provider, ReadCondition condition, Mapped mapped, Variables variables) {
    if (condition.wrong() != null) {
      return invalid(condition.text(), condition.wrong());
    }
    return condition.expression() == null
        ? new ConditionCheck(
            new PoolReport.Condition(condition.text(), true, List.of()), Judged.passed(), null)
        : evaluated(provider, mapped, condition.expression(), condition.hints(), variables);
  }

  private static ConditionCheck invalid(String text, String because) {
    return new ConditionCheck(
        new PoolReport.Condition(text, null, List.of(because)),
        Judged.refused(
            Finding.error("google.condition-invalid", "The attribute condition is not valid")
                .because(because)
                .fix(Fix.of("Mend the condition; Google takes no provider with such a one."))
                .source(Pages.CONDITION)),
        null);
  }

  private static ConditionCheck evaluated(
      PoolProvider provider,
      Mapped mapped,
      Expression expression,
      List<Finding> hints,
      Variables variables) {
    Answer answer = expression.evaluate(variables);
    if (answer.is(true)) {
      return new ConditionCheck(
          new PoolReport.Condition(provider.condition(), true, List.of()),
          new Judged(hints.isEmpty() ? Ternary.YES : Ternary.UNDECIDED, hints),
          expression);
    }
    List<String> because = Reasons.against(expression, variables);
    if (answer instanceof Answer.Open) {
      return new ConditionCheck(
          new PoolReport.Condition(provider.condition(), null, because),
          new Judged(Ternary.UNDECIDED, hints),
          expression);
    }
    List<Finding> findings = new ArrayList<>(hints);
    findings.addFirst(refused(provider, mapped, because));
    return new ConditionCheck(
        new PoolReport.Condition(provider.condition(), false, because),
        new Judged(Ternary.NO, findings),
        expression);
  }

  /** A comment goes on to the end of its line. */
  private static String closed(String condition) {
    return condition.contains("//") ? condition + "\n" : condition;
  }

  private static Finding refused(PoolProvider provider, Mapped mapped, List<String> because) {
    ProviderFixes fixes = new ProviderFixes(provider);
    Fix look = Fix.of("If somebody else was to enter, present that identity's token.");
    Fix[] all =
        mapped
            .subject()
            .map(
                subject ->
                    new Fix[] {
                      look,
                      fixes
                          .condition(
                              "If this identity is to enter, let the condition name it.",
                              "(%s) || google.subject == %s"
                                  .formatted(
                                      closed(provider.condition()), Expression.text(subject)))
                          .with(Fix.Effect.WIDENS)
                    })
            .orElse(new Fix[] {look, fixes.look("Read the condition again.")});
    return Finding.error("google.condition-refused", "The provider's attribute condition says no")
        .because(because.toArray(String[]::new))
        .fix(all)
        .source(Pages.CONDITION);
  }
}
