package dev.crosstrust.trust.aws;

import dev.crosstrust.token.Token;
import dev.crosstrust.token.signature.SignatureCheck;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a trust check needs to know.
 *
 * @param policy the role's trust policy, JSON as it was written
 * @param roleArn the role that is asked for; null where it is not known
 * @param providers the IAM OIDC providers of the role's account; null where they are not known
 * @param signature what is known of the token's signature
 * @param at when the token would be presented
 * @param context further condition keys of the request and their values, for example {@code
 *     sts:RoleSessionName}; keys that are not among them are not known
 * @param open condition keys of the token and the request of which only later can be known what
 *     they are, whatever else is said of them here
 */
public record TrustQuestion(
    Token token,
    String policy,
    @Nullable String roleArn,
    @Nullable List<OidcProvider> providers,
    SignatureCheck signature,
    Instant at,
    Map<String, List<String>> context,
    Set<String> open) {
  public TrustQuestion {
    providers = providers == null ? null : List.copyOf(providers);
    context = Map.copyOf(context);
    open = Set.copyOf(open);
  }

  /** Of a token that is there. */
  public TrustQuestion(
      Token token,
      String policy,
      @Nullable String roleArn,
      @Nullable List<OidcProvider> providers,
      SignatureCheck signature,
      Instant at,
      Map<String, List<String>> context) {
    this(token, policy, roleArn, providers, signature, at, context, Set.of());
  }

  /** The same about another policy. */
  public TrustQuestion with(String other) {
    return new TrustQuestion(token, other, roleArn, providers, signature, at, context, open);
  }

  /** The same with other keys of the request. */
  TrustQuestion with(Map<String, List<String>> others) {
    return new TrustQuestion(token, policy, roleArn, providers, signature, at, others, open);
  }

  boolean isOpen(String key) {
    return open.stream().anyMatch(key::equalsIgnoreCase);
  }
}
