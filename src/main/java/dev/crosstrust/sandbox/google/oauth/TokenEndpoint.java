package dev.crosstrust.sandbox.google.oauth;

import dev.crosstrust.sandbox.google.account.Directory;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.api.OAuthError;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import dev.crosstrust.sandbox.google.token.IdTokens;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * {@code https://oauth2.googleapis.com/token}: trades a refresh token or an assertion signed with a
 * service account's key for an access token or an ID token.
 *
 * @see <a href="https://developers.google.com/identity/protocols/oauth2/service-account">Using
 *     OAuth 2.0 for server to server applications</a>
 */
public final class TokenEndpoint implements Handler {
  /** Google counts a second for the way. */
  static final Duration LIFETIME = Duration.ofSeconds(3599);

  private final RefreshGrant refresh;
  private final AssertionGrant assertion;

  public TokenEndpoint(
      Directory directory, AccessTokens accessTokens, IdTokens idTokens, InstantSource clock) {
    this.refresh = new RefreshGrant(directory, accessTokens, idTokens);
    this.assertion =
        new AssertionGrant(new AssertionVerifier(directory, clock), accessTokens, idTokens);
  }

  @Override
  public Response handle(Request request) throws IOException {
    Form form = Form.read(request);
    String grantType =
        form.get("grant_type")
            .orElseThrow(
                () -> OAuthError.invalidRequest("Required parameter is missing: grant_type"));
    Map<String, Object> answer =
        switch (grantType) {
          case "refresh_token" -> refresh.answer(form);
          case "urn:ietf:params:oauth:grant-type:jwt-bearer" -> assertion.answer(form);
          default ->
              throw OAuthError.of(
                  400, "unsupported_grant_type", "Invalid grant_type: " + grantType);
        };
    return Json.answer(200, answer)
        .with("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
        .with("Pragma", "no-cache");
  }
}
