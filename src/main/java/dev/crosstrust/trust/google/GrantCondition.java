package dev.crosstrust.trust.google;

import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.google.cel.Answer;
import dev.crosstrust.trust.google.cel.Dialect;
import dev.crosstrust.trust.google.cel.Expression;
import dev.crosstrust.trust.google.cel.InvalidExpression;
import dev.crosstrust.trust.google.cel.Reasons;
import dev.crosstrust.trust.google.cel.Variables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether the condition of a grant holds.
 *
 * @param at when the grant is made use of; null for some time
 * @see <a href="https://cloud.google.com/iam/docs/conditions-attribute-reference">Attribute
 *     reference for IAM Conditions</a>
 */
public record GrantCondition(String expression, Requested resource, @Nullable Instant at) {
  private static final String REQUEST = "request";

  /** A condition that cannot be evaluated grants nothing, as Google says. */
  public Ternary holds() {
    try {
      Expression condition = Expression.of(Dialect.GRANT, expression);
      Set<Ternary> answers =
          resource
              .outcomes(condition.texts())
              .map(outcome -> holds(condition, seen(outcome)))
              .collect(Collectors.toSet());
      return answers.size() == 1 ? answers.iterator().next() : Ternary.UNDECIDED;
    } catch (InvalidExpression _) {
      return Ternary.UNDECIDED;
    }
  }

  private static Ternary holds(Expression condition, Variables seen) {
    return switch (condition.evaluate(seen)) {
      case Answer.Open() -> Ternary.UNDECIDED;
      case Answer answer -> Ternary.of(answer.is(true));
    };
  }

  /** The same, with what keeps it from holding. */
  PoolReport.Condition judged() {
    try {
      Expression condition = Expression.of(Dialect.GRANT, expression);
      Variables seen = seen(resource);
      return switch (holds(condition, seen)) {
        case YES -> said(true, List.of());
        case NO -> said(false, Reasons.against(condition, seen));
        case UNDECIDED -> said(null, Reasons.against(condition, seen));
      };
    } catch (InvalidExpression e) {
      return said(null, List.of("It is not understood here: %s.".formatted(e.getMessage())));
    }
  }

  private PoolReport.Condition said(@Nullable Boolean holds, List<String> because) {
    return new PoolReport.Condition(expression, holds, because);
  }

  private Variables seen(Requested requested) {
    Variables request =
        at == null
            ? Variables.NONE.with(REQUEST, Map.of()).unknown(REQUEST, "time")
            : Variables.NONE.with(REQUEST, Map.of("time", at));
    for (String later : List.of("auth", "host", "path")) {
      request = request.unknown(REQUEST, later);
    }
    return requested.in(request.unknown("api").unknown("destination"));
  }
}
