package dev.crosstrust.sandbox.google.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** Refusals of the OAuth endpoints: {@code error} and {@code error_description} (RFC 6749, 5.2). */
public final class OAuthError {
  private OAuthError() {}

  public static GoogleError invalidGrant(String description) {
    return of(400, "invalid_grant", description);
  }

  public static GoogleError invalidRequest(String description) {
    return of(400, "invalid_request", description);
  }

  public static GoogleError invalidScope(String description) {
    return of(400, "invalid_scope", description);
  }

  /**
   * Any refusal.
   *
   * @param code for example {@code invalid_client}
   */
  public static GoogleError of(int status, String code, String description) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("error", code);
    body.put("error_description", description);
    return new GoogleError(status, description, body);
  }
}
