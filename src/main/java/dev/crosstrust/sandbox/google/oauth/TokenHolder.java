package dev.crosstrust.sandbox.google.oauth;

import dev.crosstrust.sandbox.google.account.Principal;
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

/** Says to whom an access token belongs: {@code userinfo} and {@code tokeninfo}. */
public final class TokenHolder {
  private final AccessTokens tokens;
  private final InstantSource clock;

  public TokenHolder(AccessTokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** {@code https://openidconnect.googleapis.com/v1/userinfo}. */
  public Response userinfo(Request request) {
    AccessToken token =
        Bearer.token(request)
            .flatMap(tokens::find)
            .orElseThrow(() -> OAuthError.of(401, "invalid_request", "Invalid Credentials"));
    Principal holder = token.holder();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("sub", holder.subject());
    if (token.scopes().contains(Scopes.EMAIL)) {
      answer.put("email", holder.email());
      answer.put("email_verified", true);
    }
    if (holder instanceof User user && user.hostedDomain() != null) {
      answer.put("hd", user.hostedDomain());
    }
    return Json.answer(200, answer);
  }

  /** {@code https://oauth2.googleapis.com/tokeninfo?access_token=…}; every value is text. */
  public Response tokeninfo(Request request) {
    AccessToken token =
        request
            .queryParameter("access_token")
            .flatMap(tokens::find)
            .orElseThrow(() -> OAuthError.of(400, "invalid_token", "Invalid Value"));
    Duration left = Duration.between(clock.instant(), token.expires());
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("azp", token.audience());
    answer.put("aud", token.audience());
    answer.put("sub", token.holder().subject());
    answer.put("scope", String.join(" ", token.scopes()));
    answer.put("exp", Long.toString(token.expires().getEpochSecond()));
    answer.put("expires_in", Long.toString(left.toSeconds()));
    if (token.scopes().contains(Scopes.EMAIL)) {
      answer.put("email", token.holder().email());
      answer.put("email_verified", "true");
    }
    answer.put("access_type", token.holder() instanceof User ? "offline" : "online");
    return Json.answer(200, answer);
  }
}
