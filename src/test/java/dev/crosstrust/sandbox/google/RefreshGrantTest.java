package dev.crosstrust.sandbox.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.google.token.Scopes;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshGrantTest {
  private static final Seed SEED = Seed.atNoon();

  private static Map<String, String> request() {
    return new HashMap<>(
        Map.of(
            "grant_type",
            "refresh_token",
            "client_id",
            Seed.GCLOUD,
            "client_secret",
            "any",
            "refresh_token",
            SEED.refreshToken().value()));
  }

  @Test
  void aUserGetsAnAccessTokenForAllThatWasConsentedTo() throws IOException {
    Call.Answer answer = SEED.call().form(request());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("access_token")).startsWith("ya29.");
    assertThat(answer.text("token_type")).isEqualTo("Bearer");
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3599);
    assertThat(Scopes.parse(answer.text("scope"))).isEqualTo(SEED.refreshToken().scopes());
    assertThat(answer.headers()).containsEntry("Content-Type", "application/json; charset=UTF-8");
  }

  @Test
  void theIdTokenIsForTheClientWhateverElseIsAskedFor() throws IOException {
    Map<String, String> request = request();
    request.put("audience", "sts.amazonaws.com");

    assertThat(SEED.call().form(request).claims("id_token"))
        .containsEntry("aud", Seed.GCLOUD)
        .containsEntry("azp", Seed.GCLOUD)
        .containsEntry("sub", Seed.USER_ID)
        .containsEntry("email", Seed.USER)
        .containsEntry("email_verified", true)
        .containsEntry("hd", "demo-product.example")
        .containsKey("at_hash");
  }

  @Test
  void withoutTheScopeOpenidThereIsNoIdToken() throws IOException {
    Map<String, String> request = request();
    request.put("scope", Scopes.CLOUD_PLATFORM);

    Call.Answer answer = SEED.call().form(request);

    assertThat(answer.text("scope")).isEqualTo(Scopes.CLOUD_PLATFORM);
    assertThat(answer.json().has("id_token")).isFalse();
  }

  @Test
  void aClientThatTheUserNeverSignedInWithIsRefused() throws IOException {
    SEED.cloud().directory().newRefreshToken(Seed.USER, "other-client", List.of(Scopes.OPENID));
    Map<String, String> request = request();
    request.put("client_id", "other-client");

    Call.Answer answer = SEED.call().form(request);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("error")).isEqualTo("unauthorized_client");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          client_id     |         | 400 | invalid_request | Could not determine client ID from request.
          client_id     | unknown | 401 | invalid_client  | The OAuth client was not found.
          client_secret |         | 400 | invalid_request | client_secret is missing.
          refresh_token |         | 400 | invalid_request | Missing required parameter: refresh_token
          refresh_token | revoked | 400 | invalid_grant   | Bad Request
          scope         | other   | 400 | invalid_scope   | Bad Request
          grant_type    |         | 400 | invalid_request | Required parameter is missing: grant_type
          grant_type    | magic   | 400 | unsupported_grant_type | Invalid grant_type: magic
          """)
  void aWrongFieldIsRefusedInGooglesWords(
      String field, String value, int status, String error, String description) throws IOException {
    Map<String, String> request = request();
    request.put(field, value == null ? "" : value);

    Call.Answer answer = SEED.call().form(request);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.text("error_description")).isEqualTo(description);
  }
}
