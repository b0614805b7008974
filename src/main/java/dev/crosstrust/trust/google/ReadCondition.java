package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.google.cel.Dialect;
import dev.crosstrust.trust.google.cel.Expression;
import dev.crosstrust.trust.google.cel.InvalidExpression;
import dev.crosstrust.trust.google.cel.Undocumented;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider's condition, read once.
 *
 * @param text as it is written; blank for none
 * @param expression null where there is none, or none that can be evaluated
 * @param wrong why it is not valid; null where it is
 * @param hints what is odd about it, whatever is presented
 */
record ReadCondition(
    String text, @Nullable Expression expression, @Nullable String wrong, List<Finding> hints) {

  static ReadCondition of(String text) {
    if (text.isBlank()) {
      return new ReadCondition(text, null, null, List.of());
    }
    if (text.length() > Dialect.LONGEST_CONDITION) {
      return wrong(
          text,
          "It has %d characters; Google takes %d."
              .formatted(text.length(), Dialect.LONGEST_CONDITION));
    }
    try {
      Expression expression = Expression.of(Dialect.CONDITION, text);
      return expression.mayBeBoolean()
          ? new ReadCondition(text, expression, null, undocumented(expression))
          : wrong(text, "It gives neither true nor false.");
    } catch (InvalidExpression e) {
      return e.isTooDeep()
          ? new ReadCondition(text, null, null, List.of(tooDeep()))
          : wrong(text, String.valueOf(e.getMessage()));
    }
  }

  private static Finding tooDeep() {
    return Finding.warning(
            "google.condition-invalid", "The attribute condition cannot be evaluated here")
        .because("It is nested deeper than is followed here; whether Google takes it is not known.")
        .fix(Fix.of("Write it with fewer parentheses, and with fewer operators in a row."))
        .confidence(Confidence.POSSIBLE)
        .source(Pages.CONDITION);
  }

  private static ReadCondition wrong(String text, String why) {
    return new ReadCondition(text, null, why, List.of());
  }

  private static List<Finding> undocumented(Expression expression) {
    List<String> names = Undocumented.in(expression);
    return names.isEmpty()
        ? List.of()
        : List.of(
            Finding.warning(
                    "google.condition-invalid",
                    "The attribute condition uses what Google does not document")
                .because("That is %s.".formatted(String.join(" and ", names)))
                .fix(Fix.of("Use extract(), split(), join() and the functions of standard CEL."))
                .confidence(Confidence.POSSIBLE)
                .source(Pages.CONDITION));
  }
}
