package dev.crosstrust.trust.aws;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Token;
import dev.crosstrust.trust.Slashes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The issuer of a token, as the role's account knows it.
 *
 * @param url without {@code https://}
 * @param registered the account's provider for it; null where it has none, or that is not known
 * @param arn of that provider; null where it is not known
 */
record Issuer(String url, @Nullable OidcProvider registered, @Nullable String arn) {
  static final String GOOGLE = "accounts.google.com";
  private static final String COGNITO = "cognito-identity.amazonaws.com";
  private static final String GITHUB = "token.actions.githubusercontent.com";
  private static final String SCHEME = "https://";
  private static final String PROVIDER = ":oidc-provider/";

  static Issuer of(Token token) {
    return new Issuer(bare(token instanceof Jwt jwt ? jwt.text("iss").orElse("") : ""), null, null);
  }

  static Issuer of(TrustQuestion question) {
    String url = of(question.token()).url();
    Optional<RoleArn> role = Optional.ofNullable(question.roleArn()).flatMap(RoleArn::of);
    OidcProvider registered =
        question.providers() == null
            ? null
            : question.providers().stream()
                .filter(it -> bare(it.url()).equals(url))
                .findFirst()
                .orElse(null);
    String written = registered == null ? "" : registered.arn();
    return new Issuer(
        url,
        registered,
        written.isEmpty() ? role.map(it -> it.provider(url)).orElse(null) : written);
  }

  /** With the name that a policy has for it, where it is not known and the policy has only one. */
  Issuer namedBy(JsonNode policy) {
    if (isNameKnown()) {
      return this;
    }
    List<String> names =
        policy.findValues("Federated").stream()
            .flatMap(it -> it.isArray() ? it.valueStream() : Stream.of(it))
            .map(it -> it.stringValue(""))
            .filter(this::isNamed)
            .distinct()
            .toList();
    return names.size() == 1 ? new Issuer(url, registered, names.getFirst()) : this;
  }

  static String bare(String url) {
    return url.startsWith(SCHEME) ? url.substring(SCHEME.length()) : url;
  }

  boolean isGoogle() {
    return url.equals(GOOGLE);
  }

  /** Whether it is Cognito, for which alone AWS writes of a key {@code amr}. */
  boolean isCognito() {
    return url.equals(COGNITO);
  }

  /** Whether it is GitHub Actions, be it of one enterprise. */
  boolean isGitHub() {
    return url.equals(GITHUB) || url.startsWith(GITHUB + "/");
  }

  /**
   * Whether a token's {@code iss} is an https URL. Google's without a scheme is as old as its
   * tokens, and taken; of others that is not known.
   */
  static boolean isUrl(Token token) {
    return token.claims().path("iss").asString("").startsWith(SCHEME);
  }

  /** Whether it needs no provider in the account. */
  boolean isBuiltIn() {
    return isGoogle() && registered == null;
  }

  /** Whether it is known what policies of the account call it. */
  boolean isNameKnown() {
    return isBuiltIn() || arn != null;
  }

  /** As policies and sessions name it; with a placeholder where the account is not known. */
  String name() {
    if (isBuiltIn()) {
      return GOOGLE;
    }
    return arn == null ? "arn:aws:iam::ACCOUNT" + PROVIDER + url : arn;
  }

  /** Whether a policy that names this provider means it. */
  boolean isNamed(String provider) {
    if (isGoogle() && provider.equals(GOOGLE)) {
      return true;
    }
    if (isBuiltIn()) {
      return false;
    }
    return arn == null
        ? provider.startsWith("arn:") && provider.endsWith(PROVIDER + url)
        : provider.equals(arn);
  }

  /** Whether a name is meant for this issuer, but for its account, scheme, case or slashes. */
  boolean isMisspelt(String provider) {
    int at = provider.indexOf(PROVIDER);
    return plain(at < 0 ? provider : provider.substring(at + PROVIDER.length())).equals(plain(url));
  }

  /** What is left of a URL when what people overlook is taken away. */
  static String plain(String url) {
    return Slashes.trimmed(url.replaceFirst("^(?i:https?)://", "")).toLowerCase(Locale.ROOT);
  }

  /** The condition key of a claim. */
  String key(String claim) {
    return url + ":" + claim;
  }

  boolean owns(String key) {
    return key.regionMatches(true, 0, url + ":", 0, url.length() + 1);
  }

  String claimOf(String key) {
    return key.substring(url.length() + 1);
  }
}
