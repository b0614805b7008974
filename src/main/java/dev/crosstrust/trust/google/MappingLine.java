package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.google.cel.Dialect;
import dev.crosstrust.trust.google.cel.Expression;
import dev.crosstrust.trust.google.cel.InvalidExpression;
import dev.crosstrust.trust.google.cel.Undocumented;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attribute.
 *
 * @param expression null where it is not valid, or cannot be evaluated here
 * @param hints what is wrong with it whatever is presented
 * @param taken whether Google takes it
 */
record MappingLine(
    String key, String text, @Nullable Expression expression, List<Finding> hints, Ternary taken) {
  /** As conditions have it after {@code attribute.} or {@code google.}. */
  String name() {
    return key.substring(key.indexOf('.') + 1);
  }

  static MappingLine of(String key, String text) {
    if (!MappingRules.takes(key, text)) {
      return new MappingLine(key, text, null, List.of(), Ternary.NO);
    }
    try {
      Expression expression = Expression.of(Dialect.MAPPING, text);
      List<Finding> hints = undocumented(key, expression);
      return new MappingLine(
          key, text, expression, hints, hints.isEmpty() ? Ternary.YES : Ternary.UNDECIDED);
    } catch (InvalidExpression e) {
      return e.isTooDeep()
          ? new MappingLine(key, text, null, List.of(tooDeep(key)), Ternary.UNDECIDED)
          : new MappingLine(
              key,
              text,
              null,
              List.of(
                  MappingRules.invalid(
                      "The expression of `%s` is not valid".formatted(key),
                      "%s, in %s.".formatted(e.getMessage(), text))),
              Ternary.NO);
    }
  }

  private static Finding tooDeep(String key) {
    return Finding.warning(
            "google.mapping-undecided",
            "What the mapping makes of `%s` cannot be told here".formatted(key))
        .because(
            "Its expression is nested deeper than is followed here; whether Google takes it is not"
                + " known.")
        .fix(Fix.of("Write it with fewer parentheses, and with fewer operators in a row."))
        .confidence(Confidence.POSSIBLE)
        .source(Pages.MAPPING);
  }

  private static List<Finding> undocumented(String key, Expression expression) {
    List<String> names = Undocumented.in(expression);
    return names.isEmpty()
        ? List.of()
        : List.of(
            Finding.warning(
                    "google.mapping-invalid",
                    "The expression of `%s` uses what Google does not document".formatted(key))
                .because("That is %s.".formatted(String.join(" and ", names)))
                .fix(Fix.of("Use extract(), split(), join() and the functions of standard CEL."))
                .confidence(Confidence.POSSIBLE)
                .source(Pages.MAPPING));
  }
}
