package dev.crosstrust.sandbox.google.oauth;

import dev.crosstrust.sandbox.google.account.ServiceAccount;
import dev.crosstrust.sandbox.google.api.OAuthError;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import dev.crosstrust.sandbox.google.token.IdTokens;
import dev.crosstrust.sandbox.google.token.Scopes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The grant {@code jwt-bearer} (RFC 7523): a service account with its key. With {@code
 * target_audience} it asks for an ID token, with {@code scope} for an access token.
 */
final class AssertionGrant {
  private final AssertionVerifier verifier;
  private final AccessTokens accessTokens;
  private final IdTokens idTokens;

  AssertionGrant(AssertionVerifier verifier, AccessTokens accessTokens, IdTokens idTokens) {
    this.verifier = verifier;
    this.accessTokens = accessTokens;
    this.idTokens = idTokens;
  }

  Map<String, Object> answer(Form form) {
    String text =
        form.get("assertion")
            .orElseThrow(() -> OAuthError.invalidRequest("Missing required parameter: assertion"));
    Assertion assertion = verifier.verify(text, form.origin() + "/token");
    ServiceAccount account = assertion.account();
    if (assertion.targetAudience() != null) {
      return Map.of("id_token", idTokens.forKeyHolder(account, assertion.targetAudience()));
    }
    List<String> scopes = Scopes.parse(assertion.scope());
    if (scopes.isEmpty()) {
      throw OAuthError.invalidScope("Empty or missing scope not allowed.");
    }
    if (!scopes.stream().allMatch(Scopes::plausible)) {
      throw OAuthError.invalidScope("Invalid OAuth scope or ID token audience provided.");
    }
    var access = accessTokens.issue(account, account.uniqueId(), scopes, TokenEndpoint.LIFETIME);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", access.value());
    answer.put("expires_in", TokenEndpoint.LIFETIME.toSeconds());
    answer.put("token_type", "Bearer");
    return answer;
  }
}
