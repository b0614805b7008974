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
 * One attribute.
 *
 * @param expression null where it is not valid
 * @param hints what is wrong with it whatever is presented
 */
record MappingLine(String key, String text, @Nullable Expression expression, List<Finding> hints) {
  /** As conditions have it after {@code attribute.} or {@code google.}. */
  String name() {
    return key.substring(key.indexOf('.') + 1);
  }

  static MappingLine of(String key, String text) {
    if (!MappingRules.takes(key, text)) {
      return new MappingLine(key, text, null, List.of());
    }
    try {
      Expression expression = Expression.of(Dialect.MAPPING, text);
      return new MappingLine(key, text, expression, undocumented(key, expression));
    } catch (InvalidExpression e) {
      return new MappingLine(
          key,
          text,
          null,
          List.of(
              MappingRules.invalid(
                  "The expression of `%s` is not valid".formatted(key),
                  "%s, in %s.".formatted(e.getMessage(), text))));
    }
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
