package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.aws.Judged.JudgedCondition;
import dev.crosstrust.trust.aws.policy.Comparison;
import dev.crosstrust.trust.aws.policy.Condition;
import dev.crosstrust.trust.aws.policy.Operator;
import dev.crosstrust.trust.aws.policy.Operator.Quantifier;
import dev.crosstrust.trust.aws.policy.Patterns;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Why a condition does not hold, the most telling reason it can have. */
final class ConditionCauses {
  /** So many values are not repeated in a sentence. */
  private static final int MANY = 5;

  private final Evaluated evaluated;
  private final Judged statement;
  private final TokenText token;
  private final ConditionText text;
  private final CaseCauses cases;

  ConditionCauses(Evaluated evaluated, Judged statement) {
    this.evaluated = evaluated;
    this.statement = statement;
    this.token = new TokenText(evaluated.question().token());
    this.text = new ConditionText(evaluated, statement);
    this.cases = new CaseCauses(evaluated.evaluation().keys(), this);
  }

  Cause of(JudgedCondition judged) {
    Operator operator = judged.condition().operator();
    List<String> has = judged.value().known();
    if (judged.condition().wants().isEmpty()) {
      return nothingWanted(judged);
    }
    boolean needsKey = !operator.negated() || operator.quantifier() == Quantifier.ANY;
    if (has.isEmpty() && needsKey && operator.comparison() != Comparison.NULL) {
      return new AbsentCauses(evaluated, statement).of(judged, namesSubject());
    }
    if (operator.negated() || !operator.comparison().isOfTexts()) {
      return other(judged);
    }
    return has.size() > 1 ? oneOf(judged, has) : value(judged, has.getFirst());
  }

  /** Of a key with several values, which an operator without {@code ForAnyValue:} never takes. */
  private Cause oneOf(JudgedCondition judged, List<String> has) {
    if (judged.condition().operator().quantifier() == Quantifier.ONE) {
      return other(judged);
    }
    return has.stream()
        .flatMap(it -> cases.of(judged, it).stream())
        .findFirst()
        .orElseGet(() -> other(judged));
  }

  private Cause value(JudgedCondition judged, String has) {
    Condition condition = judged.condition();
    if (evaluated.issuer().isGoogle() && isKey(condition, "aud")) {
      Optional<Cause> azp = new AzpCauses(evaluated, statement, this).of(judged, has);
      if (azp.isPresent()) {
        return azp.get();
      }
    }
    Predicate<String> mangled = want -> Near.isMangled(want, has);
    if (any(condition, mangled)) {
      return new Cause(
          1,
          Finding.error(
                  "aws.trust-number-mangled",
                  "The policy has the id as a number, and lost some of its digits")
              .because(line(judged), "21 digits are more than a number keeps in JSON and YAML.")
              .source(Sources.OPERATORS),
          value(judged, mangled, Effect.SAME));
    }
    Predicate<String> pattern = want -> Patterns.isPattern(want) && Patterns.fits(want, has);
    if (!condition.operator().comparison().takesPatterns() && any(condition, pattern)) {
      return new Cause(
          4,
          Finding.error(
                  "aws.trust-wildcard-in-equals",
                  "The policy has a wildcard where %s takes it literally"
                      .formatted(condition.written()))
              .because(line(judged), "`*` and `?` stand for others under StringLike only.")
              .source(Sources.OPERATORS),
          isIdOfGoogle(condition)
              ? value(judged, pattern, Effect.WIDENS)
              : List.of(Change.operator(condition, like(condition), Effect.WIDENS)));
    }
    Optional<Cause> inCase = cases.of(judged, has);
    if (inCase.isPresent()) {
      return inCase.get();
    }
    Predicate<String> near = want -> Near.difference(want, has).isPresent();
    return any(condition, near) ? nearMiss(judged, has) : mismatch(judged, has);
  }

  /** Google's ids are numbers, all of which may begin or end alike: a pattern means nobody. */
  private boolean isIdOfGoogle(Condition condition) {
    return evaluated.issuer().isGoogle() && (isKey(condition, "sub") || isKey(condition, "aud"));
  }

  private static String like(Condition condition) {
    return condition.written().replaceFirst("(?i)Equals(IgnoreCase)?", "Like");
  }

  private Cause nearMiss(JudgedCondition judged, String has) {
    Condition condition = judged.condition();
    String difference =
        condition.wants().stream()
            .flatMap(want -> Near.difference(want, has).stream())
            .findFirst()
            .orElse("");
    return new Cause(
        6,
        Finding.error(
                "aws.trust-near-miss",
                "What the policy wants is almost what the token says: %s differs"
                    .formatted(difference))
            .because(line(judged))
            .fix(otherToken(judged))
            .source(Sources.OPERATORS),
        near(judged, has));
  }

  /**
   * White space around a value is nobody's, and goes. Another value may be somebody else's: one
   * alone gives way to the token's, several stay.
   */
  private List<Change> near(JudgedCondition judged, String has) {
    Condition condition = judged.condition();
    Predicate<String> spaced = want -> Near.isSpaced(want, has);
    if (any(condition, spaced)) {
      return value(judged, spaced, Effect.SAME);
    }
    if (condition.wants().size() > 1) {
      return ofToken(judged) ? List.of(Change.add(condition, has)) : List.of();
    }
    boolean same = isAudienceOfOne(condition) && any(condition, want -> Near.isBare(want, has));
    return value(judged, want -> true, same ? Effect.SAME : Effect.WIDENS);
  }

  /**
   * Whether the key says what tokens are for, in a statement that names whose they are: only there
   * another value lets nobody else in.
   */
  boolean isAudienceOfOne(Condition condition) {
    return (isKey(condition, "aud") || isKey(condition, "oaud")) && namesSubject();
  }

  /** What is not of the token may be otherwise next time: it is left alone. */
  private List<Change> value(JudgedCondition judged, Predicate<String> old, Effect effect) {
    return ofToken(judged)
        ? List.of(Change.value(judged.condition(), old, judged.value().known().getFirst(), effect))
        : List.of();
  }

  private Cause mismatch(JudgedCondition judged, String has) {
    return new Cause(
        8,
        Finding.error(
                "aws.trust-value-mismatch",
                claim(judged) == null
                    ? "The policy wants another %s than the request's"
                        .formatted(judged.condition().key())
                    : "The policy wants another %s than the token's".formatted(claim(judged)))
            .because(line(judged))
            .fix(otherToken(judged))
            .source(Sources.KEYS),
        ofToken(judged) ? List.of(Change.add(judged.condition(), has)) : List.of());
  }

  /** The policy may well be right: an audience is chosen by who asks for the token. */
  private Fix[] otherToken(JudgedCondition judged) {
    String claim = claim(judged);
    List<String> wants = judged.condition().wants();
    boolean exact = wants.stream().noneMatch(Patterns::isPattern);
    if (claim == null || !exact) {
      return new Fix[0];
    }
    String one =
        wants.size() > MANY
            ? "one of the %d that it names".formatted(wants.size())
            : String.join(" or ", wants);
    String text =
        "aud".equals(claim)
            ? ("If the policy is right, ask for a token for %s: that is the audience of the"
                    + " request, in a route `audience`.")
                .formatted(one)
            : "If the policy is right, present a token whose %s is %s.".formatted(claim, one);
    return new Fix[] {Fix.of(text).with(Effect.SAME)};
  }

  private Cause nothingWanted(JudgedCondition judged) {
    return new Cause(
        8,
        Finding.error(
                "aws.trust-value-mismatch",
                "The policy lists no value for %s".formatted(judged.condition().key()))
            .because(
                line(judged),
                "No value is in an empty list, and %s holds of none."
                    .formatted(judged.condition().written()))
            .fix(Fix.of("Name the values that are meant, or drop the condition."))
            .source(Sources.ANALYZER),
        List.of());
  }

  /** Of operators that negate, or compare no texts. */
  private Cause other(JudgedCondition judged) {
    Condition condition = judged.condition();
    List<String> has = judged.value().known();
    boolean excluded = condition.operator().negated() && has.size() == 1 && ofToken(judged);
    return new Cause(
        8,
        Finding.error(
                has.isEmpty() ? "aws.trust-key-absent" : "aws.trust-value-mismatch",
                has.size() > 1
                    ? "%s has several values, which %s never takes"
                        .formatted(condition.key(), condition.written())
                    : "The condition on %s does not hold".formatted(condition.key()))
            .because(line(judged))
            .fix(has.size() > 1 ? oneAudience(judged) : new Fix[0])
            .source(Sources.OPERATORS),
        excluded
            ? List.of(Change.except(condition, want -> Patterns.fits(want, has.getFirst())))
            : List.of());
  }

  private Fix[] oneAudience(JudgedCondition judged) {
    return "aud".equals(claim(judged))
        ? new Fix[] {Fix.of("Ask for a token with one audience.").with(Effect.SAME)}
        : new Fix[0];
  }

  /** Whether the key is read from the token, and not from the request. */
  boolean ofToken(JudgedCondition judged) {
    return claim(judged) != null;
  }

  private @Nullable String claim(JudgedCondition judged) {
    return evaluated.evaluation().keys().claim(judged.condition().key());
  }

  boolean isKey(Condition condition, String claim) {
    return condition.key().equalsIgnoreCase(evaluated.issuer().key(claim));
  }

  /** Whether the statement names who may enter, were it somebody else. */
  boolean namesSubject() {
    return statement.conditions().stream()
        .map(JudgedCondition::condition)
        .anyMatch(it -> isKey(it, "sub") && it.pinsExactly());
  }

  static boolean any(Condition condition, Predicate<String> test) {
    return condition.wants().stream().anyMatch(test);
  }

  TokenText token() {
    return token;
  }

  String line(JudgedCondition judged) {
    return text.line(judged);
  }
}
