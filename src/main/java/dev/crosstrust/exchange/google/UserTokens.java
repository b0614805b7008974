package dev.crosstrust.exchange.google;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.google.Addresses;
import dev.crosstrust.evidence.google.GoogleApi;
import dev.crosstrust.identity.google.GoogleSource.AuthorizedUser;
import dev.crosstrust.identity.google.UnusableFileException;
import dev.crosstrust.token.SubjectToken;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tokens by a user's refresh token (RFC 6749, section 6). */
final class UserTokens {
  private final GoogleApi api;
  private final InstantSource clock;

  UserTokens(GoogleApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** The ID token that comes with a refresh; its audience cannot be chosen. */
  Outcome<SubjectToken> idToken(AuthorizedUser user, String audience) {
    return FixedAudience.allows(audience, user.clientId())
        .then(_ -> refresh(user, "token"))
        .then(answer -> OAuthAnswer.idToken(answer, user.tokenUri()));
  }

  /** An access token with the scopes of the user's sign-in; others cannot be had by a refresh. */
  Outcome<GoogleAccessToken> accessToken(AuthorizedUser user) {
    return refresh(user, "sign-in")
        .then(answer -> OAuthAnswer.accessToken(answer, user.tokenUri(), clock));
  }

  private Outcome<JsonNode> refresh(AuthorizedUser user, String leg) {
    return Addresses.trusted(user.tokenUri()).then(address -> refresh(user, leg, address));
  }

  private Outcome<JsonNode> refresh(AuthorizedUser user, String leg, URI address) {
    try {
      Map<String, String> fields =
          Map.of(
              "grant_type", "refresh_token",
              "client_id", user.clientId(),
              "client_secret", user.place().secret("client_secret").reveal(),
              "refresh_token", user.place().secret("refresh_token").reveal());
      return signInAgain(api.form(Label.of(leg, "oauth2", "token"), address, fields));
    } catch (UnusableFileException e) {
      return Outcome.broken(Kind.LOCAL, String.valueOf(e.getMessage()));
    }
  }

  /** A refused refresh token is expired, revoked, or wants the user's second factor again. */
  private static Outcome<JsonNode> signInAgain(Outcome<JsonNode> answer) {
    return switch (answer) {
      case Outcome.Refused<JsonNode>(Refusal refusal) when "invalid_grant".equals(refusal.code()) ->
          Outcome.broken(
              Kind.NEEDS_SIGN_IN,
              "Google wants a new sign-in (%s: %s): gcloud auth application-default login"
                  .formatted(refusal.code(), refusal.message()));
      default -> answer;
    };
  }
}
