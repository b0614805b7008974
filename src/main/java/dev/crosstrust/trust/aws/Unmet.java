package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.aws.Judged.JudgedCondition;
import dev.crosstrust.trust.aws.policy.Condition;
import dev.crosstrust.trust.aws.policy.Operator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A condition that does not hold, with all that may tell why. */
record Unmet(Evaluated evaluated, Judged statement, JudgedCondition judged) {

  Condition condition() {
    return judged.condition();
  }

  Operator operator() {
    return condition().operator();
  }

  /** What the key has; none where it is not there. */
  List<String> has() {
    return judged.value().known();
  }

  /** Whether one of the values that the policy lists is such. */
  boolean wants(Predicate<String> test) {
    return condition().wants().stream().anyMatch(test);
  }

  TokenText token() {
    return new TokenText(evaluated.question().token());
  }

  TrustKeys keys() {
    return evaluated.evaluation().keys();
  }

  Issuer issuer() {
    return evaluated.issuer();
  }

  /** The claim that the key is read from; null where it is read from the request. */
  @Nullable String claim() {
    return keys().claim(condition().key());
  }

  boolean isOfToken() {
    return claim() != null;
  }

  boolean isOnKey(String claim) {
    return isOnKey(condition(), claim);
  }

  boolean isOnKey(Condition condition, String claim) {
    return condition.key().equalsIgnoreCase(issuer().key(claim));
  }

  /** Google's ids are numbers, all of which may begin or end alike: a pattern means nobody. */
  boolean isOnIdOfGoogle() {
    return issuer().isGoogle() && (isOnKey("sub") || isOnKey("aud"));
  }

  /** Whether the statement names who may enter, were it somebody else. */
  boolean isSubjectNamed() {
    return statement.conditions().stream()
        .map(JudgedCondition::condition)
        .anyMatch(it -> isOnKey(it, "sub") && it.pinsExactly());
  }

  /**
   * Whether the key says what tokens are for, in a statement that names whose they are: only there
   * another value lets nobody else in.
   */
  boolean isOnAudienceOfOne() {
    return (isOnKey("aud") || isOnKey("oaud")) && isSubjectNamed();
  }

  /** What the policy asks, without a full stop. */
  String asked() {
    return text().asked(condition());
  }

  /** The policy's line beside what the token says. */
  String line() {
    return text().line(judged);
  }

  private ConditionText text() {
    return new ConditionText(evaluated, statement);
  }

  /**
   * The values of a description become the token's. What is not of the token may be otherwise next
   * time: it is left alone.
   */
  List<Change> becomes(String value, Predicate<String> old, Effect effect) {
    return isOfToken() ? List.of(Change.value(condition(), old, value, effect)) : List.of();
  }

  /** The token's value is taken besides. */
  List<Change> takes(String value) {
    return isOfToken() ? List.of(Change.add(condition(), value)) : List.of();
  }
}
