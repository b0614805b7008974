package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.Condition;
import dev.crosstrust.trust.aws.policy.KeyValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Keys that AWS does not have, though they look as if. */
final class UnknownKeys {
  /** Which there are. */
  static final String GOOGLES = "Google's keys are aud, oaud, sub and google/organization_number.";

  private final Issuer issuer;
  private final TrustKeys keys;
  private final TokenText token;
  private final ConditionText text;

  UnknownKeys(Evaluated evaluated, ConditionText text) {
    this.issuer = evaluated.issuer();
    this.keys = evaluated.evaluation().keys();
    this.token = new TokenText(evaluated.question().token());
    this.text = text;
  }

  /** Why a key is not there, when it never is. */
  Optional<Cause> of(Condition condition, boolean named) {
    String key = condition.key();
    if (key.startsWith("https://") && issuer.owns(Issuer.bare(key))) {
      return Optional.of(
          cause(
              condition,
              "Keys begin with the issuer's name, without https://.",
              List.of(Change.rename(condition, Issuer.bare(key), Effect.SAME))));
    }
    if (!isUnknown(issuer, key)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (issuer.claimOf(key).toLowerCase(Locale.ROOT)) {
          case "azp" ->
              cause(
                  condition,
                  "The key accounts.google.com:aud reads azp.",
                  List.of(Change.rename(condition, issuer.key("aud"), Effect.SAME)));
          case "email" ->
              cause(
                  condition,
                  "Pin accounts.google.com:sub, the account's numeric id, instead.",
                  without(condition, withoutEmail(condition), named));
          default -> cause(condition, GOOGLES, without(condition, Effect.WIDENS, named));
        });
  }

  /** The condition goes, and the subject is pinned where nothing else names it. */
  private List<Change> without(Condition condition, Effect effect, boolean named) {
    Change gone = Change.remove(condition, effect);
    return named ? List.of(gone) : List.of(gone, Change.pin(issuer.key("sub"), token.claim("sub")));
  }

  /** What it does to take the address's account: another address is somebody else's. */
  private Effect withoutEmail(Condition condition) {
    String email = token.claim("email");
    Ternary meant =
        condition.holds(
            key ->
                key.equalsIgnoreCase(condition.key()) && !email.isEmpty()
                    ? KeyValue.of(email)
                    : keys.get(key));
    return meant == Ternary.YES ? Effect.SAME : Effect.WIDENS;
  }

  /** Whether it is of Google's keys, and there never is such a one. */
  static boolean isUnknown(Issuer issuer, String key) {
    return issuer.isGoogle()
        && issuer.owns(key)
        && !TokenClaims.isOrganizationNumber(key)
        && !Set.of("aud", "oaud", "sub").contains(issuer.claimOf(key).toLowerCase(Locale.ROOT));
  }

  private Cause cause(Condition condition, String instead, List<Change> changes) {
    return new Cause(
        3,
        Finding.error("aws.trust-key-unknown", "AWS has no key %s".formatted(condition.key()))
            .because(text.asked(condition) + "; there never is such a key.", instead)
            .source(Sources.KEYS),
        changes);
  }
}
