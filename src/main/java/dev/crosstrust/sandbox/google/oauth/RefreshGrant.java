package dev.crosstrust.sandbox.google.oauth;

import dev.crosstrust.sandbox.google.account.Directory;
import dev.crosstrust.sandbox.google.account.RefreshToken;
import dev.crosstrust.sandbox.google.api.OAuthError;
import dev.crosstrust.sandbox.google.token.AccessToken;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import dev.crosstrust.sandbox.google.token.IdTokens;
import dev.crosstrust.sandbox.google.token.Scopes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The grant {@code refresh_token} (RFC 6749 section 6): a user who once signed in. */
final class RefreshGrant {
  private final Directory directory;
  private final AccessTokens accessTokens;
  private final IdTokens idTokens;

  RefreshGrant(Directory directory, AccessTokens accessTokens, IdTokens idTokens) {
    this.directory = directory;
    this.accessTokens = accessTokens;
    this.idTokens = idTokens;
  }

  Map<String, Object> answer(Form form) {
    RefreshToken refreshToken = refreshToken(form, client(form));
    List<String> scopes = form.get("scope").map(Scopes::parse).orElseGet(refreshToken::scopes);
    if (!refreshToken.scopes().containsAll(scopes)) {
      throw OAuthError.invalidScope("Bad Request");
    }
    String client = refreshToken.clientId();
    AccessToken access =
        accessTokens.issue(refreshToken.user(), client, scopes, TokenEndpoint.LIFETIME);

    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", access.value());
    answer.put("expires_in", TokenEndpoint.LIFETIME.toSeconds());
    answer.put("scope", String.join(" ", scopes));
    answer.put("token_type", "Bearer");
    if (scopes.contains(Scopes.OPENID)) {
      answer.put("id_token", idTokens.forUser(refreshToken.user(), client, access.value()));
    }
    return answer;
  }

  private String client(Form form) {
    String client =
        form.get("client_id")
            .orElseThrow(
                () -> OAuthError.invalidRequest("Could not determine client ID from request."));
    if (form.get("client_secret").isEmpty()) {
      throw OAuthError.invalidRequest("client_secret is missing.");
    }
    if (!directory.knowsClient(client)) {
      throw OAuthError.of(401, "invalid_client", "The OAuth client was not found.");
    }
    return client;
  }

  private RefreshToken refreshToken(Form form, String client) {
    String value =
        form.get("refresh_token")
            .orElseThrow(
                () -> OAuthError.invalidRequest("Missing required parameter: refresh_token"));
    RefreshToken token =
        directory.findRefreshToken(value).orElseThrow(() -> OAuthError.invalidGrant("Bad Request"));
    if (!token.clientId().equals(client)) {
      throw OAuthError.of(401, "unauthorized_client", "Unauthorized");
    }
    return token;
  }
}
