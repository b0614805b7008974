package dev.crosstrust.sandbox.google.federation;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Google demands of a provider before it is made.
 *
 * @see <a
 *     href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools.providers">
 *     WorkloadIdentityPoolProvider</a>
 */
final class ProviderRules {
  private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\.[a-z0-9_]{1,100}");
  private static final Set<String> OF_GOOGLE = Set.of("google.subject", "google.groups");
  private static final int MOST_ATTRIBUTES = 50;
  private static final int LONGEST_MAPPING = 2_048;
  private static final int LONGEST_CONDITION = 4_096;
  private static final int MOST_AUDIENCES = 10;
  private static final int LONGEST_AUDIENCE = 256;
  private static final int MOST_KEYS = 8;
  private static final int LONGEST_NAME = 32;

  private ProviderRules() {}

  /**
   * Checks everything that does not need the expressions to be understood.
   *
   * @throws IllegalArgumentException when Google would not make such a provider
   */
  static void check(Provider provider) {
    checkName(provider.displayName());
    checkMapping(provider);
    require(
        provider.attributeCondition().length() <= LONGEST_CONDITION,
        "a condition has at most 4096 characters");
    switch (provider.source()) {
      case Source.Oidc oidc -> checkIssuer(oidc);
      case Source.Aws aws ->
          require(aws.accountId().matches("\\d{12}"), "an AWS account has twelve digits");
    }
  }

  /** Checks the name that people see, of a provider or of a pool. */
  static void checkName(String displayName) {
    require(displayName.length() <= LONGEST_NAME, "a display name has at most 32 characters");
  }

  private static void checkMapping(Provider provider) {
    var mapping = provider.attributeMapping();
    require(mapping.containsKey("google.subject"), "google.subject needs a mapping");
    require(
        mapping.keySet().stream()
            .allMatch(key -> OF_GOOGLE.contains(key) || ATTRIBUTE.matcher(key).matches()),
        "an attribute is google.subject, google.groups or attribute.name");
    require(
        mapping.keySet().stream().filter(key -> ATTRIBUTE.matcher(key).matches()).count()
            <= MOST_ATTRIBUTES,
        "there are at most 50 attributes");
    require(
        mapping.values().stream().allMatch(it -> it.length() <= LONGEST_MAPPING),
        "a mapping has at most 2048 characters");
  }

  private static void checkIssuer(Source.Oidc oidc) {
    require(oidc.issuerUri().contains("://"), "Invalid OIDC issuer URI.");
    require(
        oidc.issuerUri().startsWith("https://"),
        "Invalid OIDC issuer URI. The scheme must be https.");
    List<String> audiences = oidc.allowedAudiences();
    require(
        audiences.size() <= MOST_AUDIENCES
            && audiences.stream().allMatch(it -> it.length() <= LONGEST_AUDIENCE),
        "there are at most 10 audiences of 256 characters");
    String jwks = oidc.jwksJson();
    if (jwks != null) {
      List<JWK> keys = parse(jwks).getKeys();
      require(
          keys.size() <= MOST_KEYS && keys.stream().allMatch(ProviderRules::usable),
          "Invalid JWKs. Only RSA, EC key types are supported.");
    }
  }

  private static boolean usable(JWK key) {
    return key instanceof RSAKey
        || (key instanceof ECKey curve && curve.getCurve().equals(Curve.P_256));
  }

  /** The uploaded keys. */
  static JWKSet parse(String jwksJson) {
    try {
      return JWKSet.parse(jwksJson);
    } catch (ParseException e) {
      throw new IllegalArgumentException("Input JWK is not in a valid json format", e);
    }
  }

  private static void require(boolean condition, String rule) {
    if (!condition) {
      throw new IllegalArgumentException(rule);
    }
  }
}
