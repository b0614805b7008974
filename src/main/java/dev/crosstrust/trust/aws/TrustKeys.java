package dev.crosstrust.trust.aws;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Token;
import dev.crosstrust.trust.aws.policy.KeyValue;
import dev.crosstrust.trust.aws.policy.RequestKeys;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of a request that presents a token.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html">Keys
 *     of IAM and STS</a>
 */
public final class TrustKeys implements RequestKeys {
  /** Keys of callers with AWS keys of their own, or of services; the call with a token has none. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "aws:multifactorauthage",
          "aws:multifactorauthpresent",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:sourceorgid",
          "aws:sourceorgpaths",
          "aws:tokenissuetime",
          "sts:externalid");

  private final Issuer issuer;
  private final @Nullable TokenClaims claims;
  private final SessionTags tags;
  private final List<TokenKey> ofToken;
  private final Map<String, KeyValue> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * A key that is read from the token.
   *
   * @param claim that it is read from
   * @param values none where the claim is not there
   */
  public record TokenKey(String key, String claim, List<String> values) {
    public TokenKey {
      values = List.copyOf(values);
    }
  }

  private TrustKeys(TrustQuestion question, Issuer issuer) {
    this.issuer = issuer;
    this.claims = question.token() instanceof Jwt jwt ? new TokenClaims(issuer, jwt) : null;
    this.tags = SessionTags.of(claims == null ? null : claims.jwt());
    this.ofToken = claims == null ? List.of() : claims.keys();
    ofToken.forEach(it -> values.put(it.key(), KeyValue.of(it.values())));
    values.put(
        "aws:FederatedProvider",
        issuer.isNameKnown() ? KeyValue.of(issuer.name()) : KeyValue.unknown());
    values.put(
        "aws:CurrentTime", KeyValue.of(question.at().truncatedTo(ChronoUnit.SECONDS).toString()));
    values.put("aws:EpochTime", KeyValue.of(Long.toString(question.at().getEpochSecond())));
    values.put("sts:RoleAuthorizedByIdp", authorized(RolesClaim.of(question)));
    if (!issuer.isBuiltIn() && issuer.arn() != null) {
      ofProvider(issuer.arn());
    }
    question.open().forEach(key -> values.put(key, KeyValue.unknown()));
    question.context().forEach((key, value) -> values.put(key, KeyValue.of(value)));
  }

  /** Whom AWS takes the bearer for, at an issuer that the account has registered (measured). */
  private void ofProvider(String arn) {
    values.put("aws:PrincipalAccount", KeyValue.of(arn.split(":", -1)[4]));
    values.put("aws:PrincipalArn", KeyValue.absent());
    values.put("aws:PrincipalType", KeyValue.of("User"));
    values.put("aws:userid", KeyValue.of(arn));
  }

  static TrustKeys of(TrustQuestion question, Issuer issuer) {
    return new TrustKeys(question, issuer);
  }

  /** The keys of a question. */
  public static TrustKeys of(TrustQuestion question) {
    return of(question, Issuer.of(question));
  }

  /** What AWS reads from a token, whether a policy asks for it or not. */
  public static List<TokenKey> of(Token token) {
    return token instanceof Jwt jwt ? new TokenClaims(Issuer.of(token), jwt).keys() : List.of();
  }

  /** All that are read from the token. */
  public List<TokenKey> ofToken() {
    return ofToken;
  }

  /** The claim that a key is read from; null where it is read from none, or that is not known. */
  @Nullable String claim(String key) {
    return claims == null ? null : claims.claim(key);
  }

  @Override
  public KeyValue get(String key) {
    KeyValue value = values.get(key);
    return value == null ? other(key) : value;
  }

  private KeyValue other(String key) {
    if (issuer.owns(key)) {
      return claims == null ? KeyValue.absent() : claims.other(issuer.claimOf(key));
    }
    return tags.value(key).orElseGet(() -> ofRequest(key.toLowerCase(Locale.ROOT)));
  }

  /** Whether it is one that a call with a token never has. */
  static boolean isOfOthers(String key) {
    return OF_OTHERS.contains(key.toLowerCase(Locale.ROOT));
  }

  private static KeyValue ofRequest(String lower) {
    if (OF_OTHERS.contains(lower)) {
      return KeyValue.absent();
    }
    return lower.startsWith("aws:") || lower.startsWith("sts:")
        ? KeyValue.unknown()
        : KeyValue.absent();
  }

  /** Whether the token has the claim, or one within it. */
  boolean has(String claim) {
    return claims != null && claims.has(claim);
  }

  private static KeyValue authorized(RolesClaim claim) {
    return switch (claim) {
      case LISTS_IT -> KeyValue.of("true");
      case ABSENT -> KeyValue.of("false");
      case REFUSES, OPEN -> KeyValue.unknown();
    };
  }
}
