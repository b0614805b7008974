package dev.crosstrust.exchange.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsCalls;
import dev.crosstrust.evidence.aws.AwsClients;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsEndpoints;
import dev.crosstrust.identity.aws.Means.SingleSignOn;
import dev.crosstrust.identity.aws.SsoToken;
import dev.crosstrust.secret.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsResponse;
import software.amazon.awssdk.services.sso.model.RoleCredentials;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;

/**
 * Credentials from IAM Identity Center, by the token that {@code aws sso login} left. An expired
 * token is renewed where its registration allows it.
 */
record SsoCredentials(Wire wire, Machine machine, AwsEndpoints endpoints, InstantSource clock) {
  private static final Label RENEW = Label.of("sign-in", "sso-oidc", "CreateToken");
  private static final Label GET = Label.of("sign-in", "sso", "GetRoleCredentials");

  /** What says that the user has to sign in again, as codes of the two services. */
  private static final Set<String> SIGN_IN_AGAIN =
      Set.of(
          "UnauthorizedException",
          "InvalidGrantException",
          "InvalidClientException",
          "ExpiredTokenException",
          "UnauthorizedClientException");

  Outcome<AwsCredentials> of(SingleSignOn sso) {
    SsoToken token = SsoToken.read(machine, sso).orElse(null);
    if (token == null) {
      return signIn(sso);
    }
    Outcome<Secret> access =
        token.isValid(clock.instant()) ? Outcome.done(token.accessToken()) : renewed(sso, token);
    return access.then(
        secret ->
            endpoints
                .target("sso", sso.profile(), null, sso.region())
                .then(to -> get(sso, secret, to)));
  }

  private Outcome<AwsCredentials> get(SingleSignOn sso, Secret access, AwsTarget portal) {
    try (SsoClient client = AwsClients.unsigned(SsoClient.builder(), wire, portal).build()) {
      Outcome<GetRoleCredentialsResponse> answer =
          AwsCalls.outcome(
              GET,
              () ->
                  client.getRoleCredentials(
                      ask ->
                          ask.accountId(sso.accountId())
                              .roleName(sso.roleName())
                              .accessToken(access.reveal())));
      return orSignIn(sso, answer).then(given -> keys(given.roleCredentials()));
    }
  }

  private static Outcome<AwsCredentials> keys(@Nullable RoleCredentials given) {
    if (given == null) {
      return SdkKeys.of("sso", null, null, null, null);
    }
    Long end = given.expiration();
    return SdkKeys.of(
        "sso",
        given.accessKeyId(),
        given.secretAccessKey(),
        given.sessionToken(),
        end == null || end == 0 ? null : Instant.ofEpochMilli(end));
  }

  private Outcome<Secret> renewed(SingleSignOn sso, SsoToken old) {
    Secret refresh = old.refreshToken();
    Secret clientSecret = old.clientSecret();
    if (!sso.refreshable()
        || !old.isRefreshable(clock.instant())
        || refresh == null
        || clientSecret == null) {
      return signIn(sso);
    }
    return endpoints
        .target("sso_oidc", sso.profile(), null, sso.region())
        .then(oidc -> orSignIn(sso, create(oidc, old, refresh, clientSecret)))
        .then(given -> kept(old, refresh, given));
  }

  private Outcome<CreateTokenResponse> create(
      AwsTarget oidc, SsoToken old, Secret refresh, Secret clientSecret) {
    try (SsoOidcClient client = AwsClients.unsigned(SsoOidcClient.builder(), wire, oidc).build()) {
      return AwsCalls.outcome(
          RENEW,
          () ->
              client.createToken(
                  ask ->
                      ask.clientId(old.clientId())
                          .clientSecret(clientSecret.reveal())
                          .grantType("refresh_token")
                          .refreshToken(refresh.reveal())));
    }
  }

  /**
   * The new token stays in memory. Only where the service replaced the refresh token is the cache
   * written: the AWS tools would otherwise be left with one that is no longer good.
   */
  private Outcome<Secret> kept(SsoToken old, Secret refresh, CreateTokenResponse given) {
    String access = given.accessToken();
    if (access == null) {
      return Outcome.broken(Kind.NOT_UNDERSTOOD, "the answer of sso-oidc has no token");
    }
    String next = given.refreshToken();
    if (next != null && !next.equals(refresh.reveal())) {
      int seconds = given.expiresIn() == null ? 0 : given.expiresIn();
      SsoCache.replace(
          old.file(), Secret.of(access), clock.instant().plusSeconds(seconds), Secret.of(next));
    }
    return Outcome.done(Secret.of(access));
  }

  private static <T> Outcome<T> orSignIn(SingleSignOn sso, Outcome<T> outcome) {
    return outcome instanceof Refused<T>(Outcome.Refusal refusal)
            && refusal.code() != null
            && SIGN_IN_AGAIN.contains(refusal.code())
        ? signIn(sso)
        : outcome;
  }

  private static <T> Outcome<T> signIn(SingleSignOn sso) {
    return Outcome.broken(
        Kind.NEEDS_SIGN_IN,
        "the sign-in to IAM Identity Center has expired: aws sso login --profile " + sso.profile());
  }
}
