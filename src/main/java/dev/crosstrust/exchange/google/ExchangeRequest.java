package dev.crosstrust.exchange.google;

import dev.crosstrust.identity.google.GoogleEndpoints;
import java.util.List;

/**
 * What a subject token is traded for at Google's STS.
 *
 * @param provider the pool provider: {@code
 *     projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER}
 * @param scopes of the token that is asked for: at least one, mostly {@link #ALL_OF_CLOUD}
 * @param endpoints which Google it is
 */
public record ExchangeRequest(String provider, List<String> scopes, GoogleEndpoints endpoints) {
  /** The scope under which IAM alone decides. */
  public static final String ALL_OF_CLOUD = "https://www.googleapis.com/auth/cloud-platform";

  public ExchangeRequest {
    scopes = List.copyOf(scopes);
  }

  /** The provider as tokens and the exchange name it. */
  public String audience() {
    return audience(provider, endpoints.universe());
  }

  /**
   * The same without a request.
   *
   * @param universe {@code googleapis.com}, or the domain of a sovereign cloud
   */
  public static String audience(String provider, String universe) {
    return "//iam.%s/%s".formatted(universe, provider);
  }

  /** Everybody who enters by this pool, as IAM policies name them. */
  String everybody() {
    return "principalSet://iam.%s/%s/*".formatted(endpoints.universe(), pool());
  }

  /** One of them, as IAM policies name it. */
  String principal(String subject) {
    return "principal://iam.%s/%s/subject/%s".formatted(endpoints.universe(), pool(), subject);
  }

  private String pool() {
    return provider.replaceFirst("/providers/[^/]*$", "");
  }
}
