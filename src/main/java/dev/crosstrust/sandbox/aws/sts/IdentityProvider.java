package dev.crosstrust.sandbox.aws.sts;

import dev.crosstrust.sandbox.aws.account.Account;
import dev.crosstrust.sandbox.aws.account.OidcProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who vouches for a token.
 *
 * @param names as a trust policy may name it
 * @param shown what the answer calls {@code Provider}
 * @param host the prefix of its condition keys
 * @param registered set when the account has registered it
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html">
 *     IAM and AWS STS condition context keys</a>
 */
record IdentityProvider(
    Set<String> names, String shown, String host, Optional<OidcProvider> registered) {
  private static final String GOOGLE = "accounts.google.com";
  private static final IdentityProvider BUILT_IN =
      new IdentityProvider(Set.of(GOOGLE), GOOGLE, GOOGLE, Optional.empty());

  /**
   * Finds the provider of a token. One that the account has registered for Google takes the place
   * of the built-in one.
   *
   * @throws dev.crosstrust.sandbox.aws.AwsError when there is none, or it does not admit the
   *     token's audience
   */
  static IdentityProvider of(WebIdentityToken token, Optional<Account> account) {
    boolean google = token.issuer().equals(GOOGLE) || token.issuer().equals("https://" + GOOGLE);
    String issuer = google ? "https://" + GOOGLE : token.issuer();
    Optional<OidcProvider> registered =
        account.flatMap(it -> it.oidcProvider(issuer)).filter(it -> it.issuer().equals(issuer));
    if (token.audience().isEmpty()
        || registered.filter(it -> !it.clientIds().contains(token.audience())).isPresent()) {
      throw StsErrors.notValidated();
    }
    return registered
        .map(it -> registered(it, google))
        .or(() -> Optional.of(BUILT_IN).filter(_ -> google))
        .orElseThrow(StsErrors::notValidated);
  }

  private static IdentityProvider registered(OidcProvider provider, boolean google) {
    Set<String> names = google ? Set.of(GOOGLE, provider.arn()) : Set.of(provider.arn());
    return new IdentityProvider(names, provider.arn(), provider.url(), Optional.of(provider));
  }

  /** The issuer by which its keys are found. */
  String issuer() {
    return "https://" + host;
  }

  /** The keys that outlive the exchange: later requests of the session carry them. */
  Map<String, List<String>> sessionKeys(WebIdentityToken token) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    keys.put("aws:FederatedProvider", List.of(shown));
    keys.put(host + ":aud", List.of(token.audience()));
    keys.put(host + ":sub", List.of(token.subject()));
    if (token.claims().has("amr")) {
      keys.put(host + ":amr", token.texts("amr"));
    }
    return keys;
  }

  /** The keys that the trust policy sees. */
  Map<String, List<String>> trustKeys(WebIdentityToken token) {
    Map<String, List<String>> keys = new LinkedHashMap<>(sessionKeys(token));
    keys.put(host + ":oaud", token.audiences());
    token
        .claims()
        .path("google")
        .path("organization_number")
        .asStringOpt()
        .ifPresent(it -> keys.put(host + ":google/organization_number", List.of(it)));
    registered.ifPresent(
        it -> {
          keys.put("aws:PrincipalAccount", List.of(it.account()));
          keys.put("aws:PrincipalType", List.of("User"));
          keys.put("aws:userid", List.of(it.arn()));
        });
    return keys;
  }
}
