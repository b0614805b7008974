package dev.crosstrust.sandbox.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.crosstrust.sandbox.google.account.FederatedPrincipal;
import dev.crosstrust.sandbox.google.federation.Pool;
import dev.crosstrust.sandbox.google.token.Scopes;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoogleCloudTest {
  private static final Seed SEED = Seed.atNoon();

  @AfterEach
  void setTheClocksRight() {
    SEED.cloud().clock().shift(Duration.ZERO);
    SEED.cloud().idTokenClock().shift(Duration.ZERO);
  }

  private static String idToken(Seed seed) throws IOException {
    return seed.call()
        .post(
            "/v1/projects/-/serviceAccounts/" + Seed.TARGET + ":generateIdToken",
            seed.tokenOf(Seed.RUNNER).value(),
            "{\"audience\":\"sts.amazonaws.com\"}")
        .text("token");
  }

  private static JWKSet certs(Seed seed) throws IOException, ParseException {
    return JWKSet.parse(seed.call().get("/oauth2/v3/certs").body());
  }

  private static boolean verifies(SignedJWT token, JWKSet keys) throws JOSEException {
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
    return key != null && token.verify(new RSASSAVerifier(key.toRSAKey()));
  }

  @Test
  void discoveryKeepsTheRealNames() throws IOException {
    Call.Answer answer = SEED.call().get("/.well-known/openid-configuration");

    assertThat(answer.text("issuer")).isEqualTo("https://accounts.google.com");
    assertThat(answer.text("jwks_uri")).isEqualTo("https://www.googleapis.com/oauth2/v3/certs");
    assertThat(answer.text("token_endpoint")).isEqualTo("https://oauth2.googleapis.com/token");
  }

  @Test
  void thePublishedKeysVerifyWhatIsIssuedAndHoldNothingPrivate() throws Exception {
    JWKSet published = certs(SEED);

    assertThat(published.getKeys()).hasSize(2).noneMatch(key -> key.isPrivate());
    assertThat(verifies(SignedJWT.parse(idToken(SEED)), published)).isTrue();
    assertThat(SEED.cloud().of("https://accounts.google.com").orElseThrow().toString())
        .isEqualTo(published.toString());
  }

  @Test
  void noOtherIssuersKeysAreKnown() {
    assertThat(SEED.cloud().of("https://accounts.google.com/")).isEmpty();
  }

  @Test
  void afterRotationTheNextKeySignsThatWasPublishedBefore() throws Exception {
    Seed seed = Seed.atNoon();
    JWKSet before = certs(seed);
    SignedJWT old = SignedJWT.parse(idToken(seed));

    seed.cloud().signingKeys().rotate();

    assertThat(verifies(SignedJWT.parse(idToken(seed)), before)).isTrue();
    assertThat(verifies(old, certs(seed))).isFalse();
  }

  @Test
  void idTokensCanBeMadeToComeExpiredWhileTheCloudsClockIsRight() throws Exception {
    SEED.cloud().idTokenClock().shift(Duration.ofMinutes(-61));

    SignedJWT token = SignedJWT.parse(idToken(SEED));

    assertThat(token.getJWTClaimsSet().getExpirationTime())
        .isEqualTo(Date.from(Seed.NOON.minus(Duration.ofMinutes(1))));
  }

  @Test
  void aShiftedCloudShowsItsClockInEveryAnswerAndEveryToken() throws Exception {
    SEED.cloud().clock().shift(Duration.ofMinutes(20));

    assertThat(SEED.call().get("/anything").headers())
        .containsEntry("Date", "Sat, 21 Nov 2026 12:20:00 GMT");
    assertThat(SignedJWT.parse(idToken(SEED)).getJWTClaimsSet().getIssueTime())
        .isEqualTo(Date.from(Instant.parse("2026-11-21T12:20:00Z")));
  }

  @Test
  void anAccessTokenEndsWithItsLifetime() {
    String token = SEED.tokenOf(Seed.RUNNER).value();
    assertThat(SEED.cloud().accessTokens().find(token)).isPresent();

    SEED.cloud().clock().shift(Duration.ofHours(1));

    assertThat(SEED.cloud().accessTokens().find(token)).isEmpty();
  }

  @Test
  void tokensSayWhoTheyBelongTo() throws IOException {
    var user = SEED.refreshToken().user();
    var scopes = List.of(Scopes.OPENID, Scopes.EMAIL);
    var token =
        SEED.cloud().accessTokens().issue(user, Seed.GCLOUD, scopes, Duration.ofSeconds(60));

    Call.Answer info =
        SEED.call()
            .send(
                "GET", "/oauth2/v3/tokeninfo", "access_token=" + token.value(), Map.of(), NOTHING);
    assertThat(info.text("aud")).isEqualTo(Seed.GCLOUD);
    assertThat(info.text("expires_in")).isEqualTo("60");
    assertThat(info.text("email")).isEqualTo(Seed.USER);

    var headers = Map.of("authorization", "Bearer " + token.value());
    Call.Answer userinfo = SEED.call().send("GET", "/oauth2/v3/userinfo", "", headers, NOTHING);
    assertThat(userinfo.text("sub")).isEqualTo(Seed.USER_ID);
    assertThat(userinfo.text("email")).isEqualTo(Seed.USER);
  }

  @Test
  void aDeadTokenBelongsToNobody() throws IOException {
    Call.Answer info =
        SEED.call().send("GET", "/oauth2/v3/tokeninfo", "access_token=ya29.x", Map.of(), NOTHING);
    assertThat(info.status()).isEqualTo(400);
    assertThat(info.text("error")).isEqualTo("invalid_token");
    assertThat(SEED.call().get("/v1/userinfo").status()).isEqualTo(401);
  }

  @Test
  void theTokenOfAFederatedPrincipalIsAliveButNoAccounts() throws IOException {
    Pool pool = Pool.of("1", "p");
    SEED.cloud().federation().pool(pool);
    var principal = new FederatedPrincipal(pool.name(), "sub", List.of(), Map.of());
    var scopes = List.of(Scopes.CLOUD_PLATFORM);
    var token = SEED.cloud().accessTokens().issue(principal, "", scopes, Duration.ofMinutes(1));

    assertThat(SEED.cloud().accessTokens().find(token.value())).isPresent();
    Call.Answer info =
        SEED.call().send("GET", "/tokeninfo", "access_token=" + token.value(), Map.of(), NOTHING);
    assertThat(info.status()).isEqualTo(400);
    assertThat(info.text("error")).isEqualTo("invalid_token");
  }

  @Test
  void anUnknownPathGetsGooglesPage() throws IOException {
    Call.Answer answer = SEED.call().get("/<nowhere>");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.headers()).containsEntry("Content-Type", "text/html; charset=UTF-8");
    assertThat(answer.body()).contains("<code>/&lt;nowhere></code> was not found on this server.");
  }

  @Test
  void nothingSecretIsPrinted() {
    assertThat(List.of(SEED.newKey(), SEED.refreshToken(), SEED.tokenOf(Seed.RUNNER)).toString())
        .doesNotContain(SEED.refreshToken().value())
        .doesNotContain("ya29")
        .doesNotContain("\"d\"");
  }

  private static final byte[] NOTHING = {};
}
