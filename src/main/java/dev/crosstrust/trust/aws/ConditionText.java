package dev.crosstrust.trust.aws;

import dev.crosstrust.trust.aws.Judged.JudgedCondition;
import dev.crosstrust.trust.aws.policy.Condition;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A statement's conditions in words, each beside what the token or the request says. */
record ConditionText(Evaluated evaluated, Judged statement) {

  /** What a condition asks, without a full stop. */
  String asked(Condition condition) {
    String values =
        condition.wants().stream()
            .map(it -> it.isEmpty() ? "an empty text" : it)
            .collect(Collectors.joining(" or "));
    return "%s wants %s, under %s, %s %s"
        .formatted(
            statement.shown(),
            condition.key(),
            condition.written(),
            condition.operator().negated() ? "not to be" : "to be",
            values.isEmpty() ? "in an empty list" : values);
  }

  /** The policy's line beside what the token says. */
  String line(JudgedCondition judged) {
    String key = judged.condition().key();
    List<String> has = judged.value().known();
    String says = has.isEmpty() ? without(key) : whose(key) + " is " + String.join(", ", has);
    return "%s; %s.".formatted(asked(judged.condition()), says);
  }

  private String whose(String key) {
    @Nullable String claim = evaluated.evaluation().keys().claim(key);
    return claim == null ? "it" : "the token's " + claim;
  }

  /** That a key is not there, and whose it would be. */
  private String without(String key) {
    Issuer issuer = evaluated.issuer();
    if (!issuer.owns(key)) {
      return "the request has no such key";
    }
    boolean none = issuer.isGoogle() && evaluated.evaluation().keys().claim(key) == null;
    return none && !TokenClaims.isOrganizationNumber(key)
        ? "AWS has no such key"
        : "the token has no " + issuer.claimOf(key);
  }
}
