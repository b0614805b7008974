package dev.crosstrust.trust.google;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.google.cel.Answer;
import dev.crosstrust.trust.google.cel.Dialect;
import dev.crosstrust.trust.google.cel.Expression;
import dev.crosstrust.trust.google.cel.InvalidExpression;
import dev.crosstrust.trust.google.cel.TextSearch;
import dev.crosstrust.trust.google.cel.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Others of the same issuer whom a condition may take for the one that was meant. */
final class Lookalikes {
  /** Of one test: all kinds of names around two texts. */
  private static final int MOST_CANDIDATES = 12;

  /** One evaluation that goes through no list costs one. */
  private static final int MOST_WORK = 1_000;

  private static final int OF_LOOP = 50;

  private final PoolQuestion question;
  private final Mapping mapping;
  private final OtherNames names;
  private final Expression condition;
  private final int cost;
  private int left = MOST_WORK;
  private @Nullable Boolean strangers;

  private Lookalikes(
      PoolQuestion question, Mapping mapping, Expression condition, OtherNames names) {
    this.question = question;
    this.mapping = mapping;
    this.names = names;
    this.condition = condition;
    this.cost = mapping.cost() + cost(condition);
  }

  /** How much evaluating it once takes. */
  static int cost(Expression expression) {
    return expression.loops() ? OF_LOOP : 1;
  }

  static Lookalikes of(PoolQuestion question, Mapping mapping, Expression condition) {
    return new Lookalikes(
        question,
        mapping.namedIn(question.provider().condition()),
        condition,
        OtherNames.of(question));
  }

  /**
   * The first that the condition lets in because of a test in it: a subject, or a value of a claim
   * that some other subject has; none where it lets in anybody, whatever that is.
   */
  Optional<String> admitted(TextSearch test) {
    return bySubject(test)
        .or(() -> NamedClaim.of(question, test).flatMap(claim -> byClaim(test, claim)));
  }

  private Optional<String> bySubject(TextSearch test) {
    return strangers()
        ? Optional.empty()
        : names
            .near(test.literal())
            .limit(MOST_CANDIDATES)
            .filter(this::enters)
            .filter(other -> sees(test, other))
            .findFirst();
  }

  /** Whether a test sees another text in this subject than in the own one. */
  private boolean sees(TextSearch test, String other) {
    left -= cost;
    try {
      Expression of = Expression.of(Dialect.CONDITION, test.of());
      return left >= 0
          && !seen(of, presented(other))
              .equals(seen(of, Presented.of(question.token(), question.caller())));
    } catch (InvalidExpression e) {
      // It is of a macro's own variable.
      return true;
    }
  }

  private Answer seen(Expression of, Variables assertion) {
    return of.evaluate(mapping.of(assertion).variables(assertion));
  }

  private Optional<String> byClaim(TextSearch test, NamedClaim claim) {
    List<String> others = names.called(OtherNames.STRANGER, names.own() + "-other").toList();
    return others.stream().anyMatch(other -> enters(other, claim, OtherNames.STRANGER))
        ? Optional.empty()
        : claim
            .around(
                test.function().equals("matches")
                    ? OtherNames.core(test.literal())
                    : test.literal())
            .filter(value -> !value.equals(claim.value()))
            .filter(value -> others.stream().anyMatch(other -> enters(other, claim, value)))
            .map(value -> "%s = %s".formatted(claim.as(), value))
            .findFirst();
  }

  private boolean enters(String other, NamedClaim claim, String value) {
    return question.token() instanceof Jwt jwt
        && enters(claims(jwt, Map.of("sub", other, claim.name(), value)), condition) == Ternary.YES;
  }

  /**
   * Whether another condition lets somebody else in whom this one keeps out. That is open where the
   * work is used up before it is known.
   */
  Ternary gains(Expression other) {
    return Ternary.any(
        names.strangers().map(it -> enters(it, other).and(enters(it, condition).not())));
  }

  private boolean strangers() {
    if (strangers == null) {
      strangers = names.called(OtherNames.STRANGER).anyMatch(this::enters);
    }
    return strangers;
  }

  /** Nobody any more once the work is used up: a hint that is not given claims nothing. */
  private boolean enters(String other) {
    return enters(other, condition) == Ternary.YES;
  }

  private Ternary enters(String other, Expression condition) {
    return enters(presented(other), condition);
  }

  private Ternary enters(Variables assertion, Expression condition) {
    left -= cost;
    if (left < 0) {
      return Ternary.UNDECIDED;
    }
    Mapped mapped = mapping.of(assertion);
    return mapped.judged().passes() == Ternary.NO || mapped.hasName() == Ternary.NO
        ? Ternary.NO
        : switch (condition.evaluate(mapped.variables(assertion))) {
          case Answer.Open() -> Ternary.UNDECIDED;
          case Answer it -> Ternary.of(it.is(true));
        };
  }

  private Variables presented(String other) {
    return question.token() instanceof Jwt jwt
        ? claims(jwt, Map.of("sub", other))
        : Presented.of(question.token(), other);
  }

  private static Variables claims(Jwt jwt, Map<String, String> others) {
    ObjectNode claims = jwt.claims().deepCopy();
    others.forEach(claims::put);
    return Variables.of(claims);
  }
}
