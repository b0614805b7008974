package dev.crosstrust.sandbox.google.api;

import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.token.AccessToken;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import dev.crosstrust.sandbox.wire.Request;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds out who makes a call, from its {@code Authorization: Bearer} header (RFC 6750). */
public final class Bearer {
  private static final String SCHEME = "Bearer ";

  private final AccessTokens tokens;

  public Bearer(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The caller of an API method.
   *
   * @param scopes any one of which is enough
   * @throws GoogleError 401 without a live token, 403 when it has none of the scopes
   */
  public Principal caller(Request request, ApiMethod method, List<String> scopes) {
    String value = token(request).orElseThrow(() -> ApiError.credentialsMissing(method));
    AccessToken token = tokens.find(value).orElseThrow(() -> ApiError.credentialsInvalid(method));
    if (Collections.disjoint(token.scopes(), scopes)) {
      throw ApiError.scopeInsufficient(method, scopes);
    }
    return token.holder();
  }

  /** The token of a request, as sent. */
  public static Optional<String> token(Request request) {
    return request
        .header("Authorization")
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip());
  }
}
