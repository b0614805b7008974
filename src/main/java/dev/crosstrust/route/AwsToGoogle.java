package dev.crosstrust.route;

import dev.crosstrust.exchange.aws.SigningAlgorithm;
import dev.crosstrust.exchange.google.ExchangeRequest;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.token.SubjectToken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token signed by AWS, traded at a workload identity pool.
 *
 * @param audience what a JWT is made out to; null for the provider's own resource name
 */
public record AwsToGoogle(
    String name,
    String identity,
    @Nullable String audience,
    TokenForm token,
    Pool google,
    Expect expect,
    List<Step> steps)
    implements Route {
  public AwsToGoogle {
    steps = List.copyOf(steps);
  }

  @Override
  public Direction direction() {
    return Direction.AWS_TO_GOOGLE;
  }

  /** Without a service account one stays who the provider says. */
  @Override
  public String becomes() {
    String provider = google.provider();
    return google.impersonate() == null
        ? "provider " + provider.substring(provider.lastIndexOf('/') + 1)
        : google.impersonate();
  }

  /**
   * The subject token to ask AWS for.
   *
   * @param algorithm of a JWT; null for RS256
   * @param duration of a JWT, in whole seconds; null for AWS's default
   */
  public record TokenForm(
      SubjectToken.Kind kind, @Nullable SigningAlgorithm algorithm, @Nullable Duration duration) {
    /** What the file calls a JWT. */
    public static final String JWT = "jwt";

    /** What the file calls a signed {@code GetCallerIdentity} request. */
    public static final String SIGNED_REQUEST = "signed-request";

    /** What the file calls it. */
    public String word() {
      return switch (kind) {
        case JWT -> JWT;
        case AWS_SIGNED_REQUEST -> SIGNED_REQUEST;
      };
    }
  }

  /**
   * The pool provider to enter by.
   *
   * @param provider {@code projects/NUMBER/locations/global/workloadIdentityPools/P/providers/Q}
   * @param project the id of the project that is worked in; null when no step needs it
   * @param impersonate the service account to become; null for direct access
   * @param universe {@code googleapis.com}, or the domain of a sovereign cloud
   */
  public record Pool(
      String provider, @Nullable String project, @Nullable String impersonate, String universe) {
    /** The provider as Google's STS wants it named. */
    public String audience() {
      return ExchangeRequest.audience(provider, universe);
    }

    /** Where the services of its universe are. */
    public GoogleEndpoints endpoints() {
      return new GoogleEndpoints(universe, Map.of());
    }
  }
}
