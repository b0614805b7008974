package dev.crosstrust.sandbox.aws.policy;

import java.util.List;
import java.util.Set;

/**
 * What IAM demands of a trust policy when it is written: whoever trusts Google says whom of Google.
 * Policies that are stored already are left alone.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html">
 *     Identity-provider controls for shared OIDC providers</a>
 */
final class SharedProviders {
  private static final String GOOGLE = "accounts.google.com";
  private static final String ACTION = "sts:AssumeRoleWithWebIdentity";

  /** Here the case of a key counts, although it does not when the key is looked up. */
  private static final Set<String> KEYS =
      Set.of(GOOGLE + ":aud", GOOGLE + ":oaud", GOOGLE + ":sub");

  private SharedProviders() {}

  /**
   * Checks a policy that is about to be written.
   *
   * @throws MalformedPolicyException when a statement lets everybody of Google in
   */
  static void check(PolicyDocument trust) {
    if (trust.statements().stream().anyMatch(it -> letsGoogleIn(it) && !saysWhom(it))) {
      // AWS has not published its wording.
      throw new MalformedPolicyException(
          "A statement that trusts accounts.google.com must have a condition on"
              + " accounts.google.com:aud, accounts.google.com:oaud or accounts.google.com:sub");
    }
  }

  private static boolean letsGoogleIn(Statement statement) {
    return statement.effect() == Effect.ALLOW
        && statement.actions().picks(it -> Glob.plain(it).matchesIgnoringCase(ACTION))
        && statement
            .principals()
            .filter(it -> !it.inverted())
            .map(it -> it.byType().getOrDefault("Federated", List.of()))
            .filter(it -> it.contains(GOOGLE))
            .isPresent();
  }

  private static boolean saysWhom(Statement statement) {
    return statement.conditions().stream()
        .anyMatch(it -> isEquality(it.operator()) && KEYS.contains(it.key()));
  }

  private static boolean isEquality(Operator operator) {
    return !operator.negated()
        && !operator.ifExists()
        && (operator.comparison() == Comparison.STRING_EQUALS
            || operator.comparison() == Comparison.STRING_EQUALS_IGNORE_CASE);
  }
}
