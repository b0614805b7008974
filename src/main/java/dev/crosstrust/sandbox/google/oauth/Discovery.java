package dev.crosstrust.sandbox.google.oauth;

import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.token.IdTokens;
import dev.crosstrust.sandbox.google.token.SigningKeys;
import dev.crosstrust.sandbox.wire.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How others learn to verify Google's ID tokens: the OpenID configuration and the key set. All URLs
 * are the real ones, whoever asks.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect
 *     Discovery</a>
 */
public final class Discovery {
  private static final String CACHEABLE = "public, max-age=%d, must-revalidate, no-transform";

  private final SigningKeys keys;

  public Discovery(SigningKeys keys) {
    this.keys = keys;
  }

  /** {@code https://www.googleapis.com/oauth2/v3/certs}. */
  public Response certs() {
    return Json.answer(200, keys.published().toJSONObject())
        .with("Cache-Control", CACHEABLE.formatted(19_800));
  }

  /** {@code https://accounts.google.com/.well-known/openid-configuration}. */
  public Response configuration() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("issuer", IdTokens.ISSUER);
    fields.put("authorization_endpoint", "https://accounts.google.com/o/oauth2/v2/auth");
    fields.put("device_authorization_endpoint", "https://oauth2.googleapis.com/device/code");
    fields.put("token_endpoint", "https://oauth2.googleapis.com/token");
    fields.put("userinfo_endpoint", "https://openidconnect.googleapis.com/v1/userinfo");
    fields.put("revocation_endpoint", "https://oauth2.googleapis.com/revoke");
    fields.put("jwks_uri", "https://www.googleapis.com/oauth2/v3/certs");
    fields.put(
        "response_types_supported",
        List.of(
            "code",
            "token",
            "id_token",
            "code token",
            "code id_token",
            "token id_token",
            "code token id_token",
            "none"));
    fields.put("subject_types_supported", List.of("public"));
    fields.put("id_token_signing_alg_values_supported", List.of("RS256"));
    fields.put("scopes_supported", List.of("openid", "email", "profile"));
    fields.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_post", "client_secret_basic"));
    fields.put(
        "claims_supported",
        List.of(
            "aud",
            "email",
            "email_verified",
            "exp",
            "family_name",
            "given_name",
            "iat",
            "iss",
            "name",
            "picture",
            "sub"));
    fields.put("code_challenge_methods_supported", List.of("plain", "S256"));
    fields.put(
        "grant_types_supported",
        List.of(
            "authorization_code",
            "refresh_token",
            "urn:ietf:params:oauth:grant-type:device_code",
            "urn:ietf:params:oauth:grant-type:jwt-bearer"));
    return Json.answer(200, fields).with("Cache-Control", CACHEABLE.formatted(3600));
  }
}
