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
record UnknownKeys(Unmet unmet) {
  /** Which there are. */
  static final String GOOGLES = "Google's keys are aud, oaud, sub and google/organization_number.";

  /** Why a key is not there, when it never is. */
  static Optional<Cause> of(Unmet unmet) {
    String key = unmet.condition().key();
    UnknownKeys causes = new UnknownKeys(unmet);
    if (key.startsWith("https://") && unmet.issuer().owns(Issuer.bare(key))) {
      return Optional.of(
          causes.cause(
              "Keys begin with the issuer's name, without https://.",
              causes.renamed(Issuer.bare(key))));
    }
    return isUnknown(unmet.issuer(), key) ? Optional.of(causes.ofGoogle()) : Optional.empty();
  }

  private Cause ofGoogle() {
    Issuer issuer = unmet.issuer();
    return switch (issuer.claimOf(unmet.condition().key()).toLowerCase(Locale.ROOT)) {
      case "azp" -> cause("The key accounts.google.com:aud reads azp.", renamed(issuer.key("aud")));
      case "email" ->
          cause(
              "Pin accounts.google.com:sub, the account's numeric id, instead.",
              without(withoutEmail()));
      default -> cause(GOOGLES, without(Effect.WIDENS));
    };
  }

  private List<Change> renamed(String key) {
    return List.of(Change.rename(unmet.condition(), key, Effect.SAME));
  }

  /** The condition goes, and the subject is pinned where nothing else names it. */
  private List<Change> without(Effect effect) {
    Change gone = Change.remove(unmet.condition(), effect);
    return unmet.isSubjectNamed()
        ? List.of(gone)
        : List.of(gone, Change.pin(unmet.issuer().key("sub"), unmet.token().claim("sub")));
  }

  /** What it does to take the address's account: another address is somebody else's. */
  private Effect withoutEmail() {
    Condition condition = unmet.condition();
    String email = unmet.token().claim("email");
    Ternary meant =
        condition.holds(
            key ->
                key.equalsIgnoreCase(condition.key()) && !email.isEmpty()
                    ? KeyValue.of(email)
                    : unmet.keys().get(key));
    return meant == Ternary.YES ? Effect.SAME : Effect.WIDENS;
  }

  /** Whether it is of Google's keys, and there never is such a one. */
  static boolean isUnknown(Issuer issuer, String key) {
    return issuer.isGoogle()
        && issuer.owns(key)
        && !TokenClaims.isOrganizationNumber(key)
        && !Set.of("aud", "oaud", "sub").contains(issuer.claimOf(key).toLowerCase(Locale.ROOT));
  }

  private Cause cause(String instead, List<Change> changes) {
    return new Cause(
        3,
        Finding.error(
                "aws.trust-key-unknown", "AWS has no key %s".formatted(unmet.condition().key()))
            .because(unmet.asked() + "; there never is such a key.", instead)
            .source(Sources.KEYS),
        changes);
  }
}
