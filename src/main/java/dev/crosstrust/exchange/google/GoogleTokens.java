package dev.crosstrust.exchange.google;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.google.GoogleApi;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.identity.google.GoogleSource;
import dev.crosstrust.identity.google.GoogleSource.AuthorizedUser;
import dev.crosstrust.identity.google.GoogleSource.GcloudAccount;
import dev.crosstrust.identity.google.GoogleSource.ServiceAccountKey;
import dev.crosstrust.identity.google.GoogleSource.Unusable;
import dev.crosstrust.token.SubjectToken;
import java.time.InstantSource;
import java.util.List;

/**
 * Google's tokens for an identity of this machine. Each request is one leg: {@code sign-in} for
 * what the identity itself is given, {@code token} for the subject token.
 */
public final class GoogleTokens {
  private static final List<String> ALL_OF_CLOUD = List.of(ExchangeRequest.ALL_OF_CLOUD);

  private final KeyTokens keys;
  private final UserTokens users;
  private final GcloudTokens gcloud;
  private final IamCredentials impersonation;

  public GoogleTokens(Wire wire, Machine machine, InstantSource clock) {
    this(
        wire,
        clock,
        new GcloudProgram(
            wire.recorder(), machine, clock, GcloudPlaces.of(machine), GcloudProgram.LIMIT));
  }

  GoogleTokens(Wire wire, InstantSource clock, GcloudProgram program) {
    GoogleApi api = new GoogleApi(wire);
    this.keys = new KeyTokens(api, clock);
    this.users = new UserTokens(api, clock);
    this.gcloud = new GcloudTokens(program);
    this.impersonation = new IamCredentials(api);
  }

  /** An ID token, to be presented to another cloud. */
  public Outcome<SubjectToken> idToken(GoogleIdentity identity, IdTokenRequest request) {
    Chain chain = Chain.of(identity, request.impersonate());
    if (!chain.accounts().isEmpty()) {
      return withAudience(request)
          .then(_ -> signIn(chain.source(), ALL_OF_CLOUD))
          .then(
              token ->
                  impersonation.idToken(identity.endpoints(), token, chain.accounts(), request));
    }
    return switch (chain.source()) {
      case ServiceAccountKey key ->
          withAudience(request).then(audience -> keys.idToken(key, audience));
      case AuthorizedUser user -> users.idToken(user, request.audience());
      case GcloudAccount user when user.login() != GcloudAccount.Login.WORKFORCE ->
          gcloud.idToken(user, request.audience());
      case GoogleSource other -> unable(other);
    };
  }

  /**
   * An access token for Google's own services.
   *
   * @param scopes for example {@code https://www.googleapis.com/auth/cloud-platform}; a user's
   *     token has those of the sign-in, whatever is asked
   */
  public Outcome<GoogleAccessToken> accessToken(GoogleIdentity identity, List<String> scopes) {
    Chain chain = Chain.of(identity, List.of());
    if (chain.accounts().isEmpty()) {
      return signIn(chain.source(), scopes);
    }
    return signIn(chain.source(), ALL_OF_CLOUD)
        .then(
            token ->
                impersonation.accessToken(
                    "sign-in",
                    identity.endpoints(),
                    token,
                    new ImpersonationRequest(
                        chain.accounts(), ImpersonationRequest.AN_HOUR, scopes)));
  }

  private Outcome<GoogleAccessToken> signIn(GoogleSource source, List<String> scopes) {
    return switch (source) {
      case ServiceAccountKey key -> keys.accessToken(key, scopes);
      case AuthorizedUser user -> users.accessToken(user);
      case GcloudAccount user -> gcloud.accessToken(user);
      case GoogleSource.AccessTokenFile(var file) -> gcloud.accessToken(file);
      case GoogleSource other -> unable(other);
    };
  }

  private static Outcome<String> withAudience(IdTokenRequest request) {
    return request.audience().isBlank()
        ? Outcome.broken(Kind.LOCAL, "An ID token needs an audience: for AWS, sts.amazonaws.com")
        : Outcome.done(request.audience());
  }

  private static <T> Outcome<T> unable(GoogleSource source) {
    return switch (source) {
      case Unusable(var why, boolean needsSignIn) ->
          Outcome.broken(needsSignIn ? Kind.NEEDS_SIGN_IN : Kind.LOCAL, why.title());
      case GoogleSource.UnknownType(var place, String type) ->
          Outcome.broken(Kind.LOCAL, "%s has the unknown type %s".formatted(place, type));
      case GoogleSource.AccessTokenFile(var file) ->
          Outcome.broken(
              Kind.LOCAL,
              "The access token in %s gives no ID token: impersonate a service account with it"
                  .formatted(file));
      default ->
          Outcome.broken(
              Kind.LOCAL,
              "Credentials of the kind %s give no token directly: they must be exchanged first"
                  .formatted(source.kind()));
    };
  }
}
