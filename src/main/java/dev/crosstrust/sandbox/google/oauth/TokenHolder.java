package dev.crosstrust.sandbox.google.oauth;

import dev.crosstrust.sandbox.google.account.GoogleAccount;
import dev.crosstrust.sandbox.google.account.User;
import dev.crosstrust.sandbox.google.api.Bearer;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.api.OAuthError;
import dev.crosstrust.sandbox.google.token.AccessToken;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import dev.crosstrust.sandbox.google.token.Scopes;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says to whom an access token belongs: {@code userinfo} and {@code tokeninfo}. Neither knows the
 * tokens of federated principals, which are no accounts of Google.
 */
public final class TokenHolder {
  private final AccessTokens tokens;
  private final InstantSource clock;

  private record Known(AccessToken token, GoogleAccount holder) {}

  public TokenHolder(AccessTokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** {@code https://openidconnect.googleapis.com/v1/userinfo}. */
  public Response userinfo(Request request) {
    Known known =
        find(Bearer.token(request))
            .orElseThrow(() -> OAuthError.of(401, "invalid_request", "Invalid Credentials"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("sub", known.holder().subject());
    if (known.token().scopes().contains(Scopes.EMAIL)) {
      answer.put("email", known.holder().email());
      answer.put("email_verified", true);
    }
    if (known.holder() instanceof User user && user.hostedDomain() != null) {
      answer.put("hd", user.hostedDomain());
    }
    return Json.answer(200, answer);
  }

  /** {@code https://oauth2.googleapis.com/tokeninfo?access_token=…}; every value is text. */
  public Response tokeninfo(Request request) {
    Known known =
        find(request.queryParameter("access_token"))
            .orElseThrow(() -> OAuthError.of(400, "invalid_token", "Invalid Value"));
    AccessToken token = known.token();
    Duration left = Duration.between(clock.instant(), token.expires());
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("azp", token.audience());
    answer.put("aud", token.audience());
    answer.put("sub", known.holder().subject());
    answer.put("scope", String.join(" ", token.scopes()));
    answer.put("exp", Long.toString(token.expires().getEpochSecond()));
    answer.put("expires_in", Long.toString(left.toSeconds()));
    if (token.scopes().contains(Scopes.EMAIL)) {
      answer.put("email", known.holder().email());
      answer.put("email_verified", "true");
    }
    answer.put("access_type", known.holder() instanceof User ? "offline" : "online");
    return Json.answer(200, answer);
  }

  private Optional<Known> find(Optional<String> value) {
    return value
        .flatMap(tokens::find)
        .flatMap(
            token ->
                token.holder() instanceof GoogleAccount account
                    ? Optional.of(new Known(token, account))
                    : Optional.empty());
  }
}
