package dev.crosstrust.sandbox.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.crosstrust.sandbox.google.token.Scopes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionGrantTest {
  private static final Seed SEED = Seed.atNoon();
  private static final RSAKey KEY = SEED.newKey().pair();
  private static final String TIMEFRAME =
      "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe."
          + " Check your iat and exp values in the JWT claim.";

  private static Call.Answer ask(UnaryOperator<JWTClaimsSet.Builder> change) throws IOException {
    return ask(KEY, change);
  }

  private static Call.Answer ask(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change)
      throws IOException {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(Seed.RUNNER)
            .audience("https://oauth2.googleapis.com/token")
            .issueTime(Date.from(Seed.NOON))
            .expirationTime(Date.from(Seed.NOON.plus(Duration.ofHours(1))))
            .claim("scope", Scopes.CLOUD_PLATFORM);
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), change.apply(claims).build());
    try {
      jwt.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return SEED.call()
        .form(
            Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "assertion",
                jwt.serialize()));
  }

  private static void assertRefused(Call.Answer answer, String error, String description) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.text("error_description")).isEqualTo(description);
  }

  @Test
  void withScopeTheAccountGetsAnAccessTokenThatIsItsOwn() throws IOException {
    Call.Answer answer = ask(claims -> claims);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(SEED.cloud().accessTokens().find(answer.text("access_token")).orElseThrow().holder())
        .isEqualTo(SEED.cloud().directory().findServiceAccount(Seed.RUNNER).orElseThrow());
  }

  @Test
  void withTargetAudienceItGetsAnIdTokenWhoseAzpIsTheEmail() throws IOException {
    Call.Answer answer = ask(claims -> claims.claim("target_audience", "sts.amazonaws.com"));

    assertThat(answer.claims("id_token"))
        .containsEntry("iss", "https://accounts.google.com")
        .containsEntry("aud", "sts.amazonaws.com")
        .containsEntry("azp", Seed.RUNNER)
        .containsEntry("email", Seed.RUNNER)
        .containsEntry("sub", "103118450298316275840")
        .containsEntry("iat", Seed.NOON.getEpochSecond())
        .containsEntry("exp", Seed.NOON.getEpochSecond() + 3600);
    assertThat(answer.json().has("access_token")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://oauth2.googleapis.com/token",
        "https://www.googleapis.com/oauth2/v4/token",
        "https://accounts.google.com/o/oauth2/token",
        "http://127.0.0.1:8081/token"
      })
  void theAudienceMayBeAnyNameOfTheEndpoint(String audience) throws IOException {
    assertThat(ask(claims -> claims.audience(audience)).status()).isEqualTo(200);
  }

  @Test
  void anotherAudienceIsRefused() throws IOException {
    assertRefused(
        ask(claims -> claims.audience("https://example.com/token")),
        "invalid_grant",
        "Invalid JWT: Failed audience check. The right audience is"
            + " https://oauth2.googleapis.com/token");
  }

  @ParameterizedTest
  @CsvSource({"0, 3601", "600, 1200", "-4000, -400", "-7200, -3600"})
  void longOrFarAwayLifetimesAreRefused(long issued, long expires) throws IOException {
    Instant noon = Seed.NOON;
    assertRefused(
        ask(
            claims ->
                claims
                    .issueTime(Date.from(noon.plusSeconds(issued)))
                    .expirationTime(Date.from(noon.plusSeconds(expires)))),
        "invalid_grant",
        TIMEFRAME);
  }

  @Test
  void aMissingExpiryIsRefused() throws IOException {
    assertRefused(ask(claims -> claims.expirationTime(null)), "invalid_grant", TIMEFRAME);
  }

  @Test
  void anotherAccountsKeyIsNoProof() throws IOException {
    RSAKey other = SEED.cloud().directory().newKey(Seed.TARGET).pair();
    assertRefused(ask(other, claims -> claims), "invalid_grant", "Invalid JWT Signature.");
  }

  @Test
  void anUnknownAccountIsRefused() throws IOException {
    assertRefused(
        ask(claims -> claims.issuer("nobody@" + Seed.PROJECT + ".iam.gserviceaccount.com")),
        "invalid_grant",
        "Invalid grant: account not found");
  }

  @Test
  void aDisabledAccountIsRefused() throws IOException {
    var directory = SEED.cloud().directory().serviceAccount("off", Seed.PROJECT, "1");
    String off = "off@demo-product-sbx.iam.gserviceaccount.com";
    RSAKey key = directory.newKey(off).pair();
    directory.setDisabled(off, true);

    assertRefused(ask(key, claims -> claims.issuer(off)), "invalid_grant", "Robot is disabled.");
  }

  @Test
  void actingForSomebodyElseNeedsDomainWideDelegation() throws IOException {
    Call.Answer answer = ask(claims -> claims.subject(Seed.USER));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("error")).isEqualTo("unauthorized_client");
  }

  @Test
  void theOwnNameAsSubjectIsFine() throws IOException {
    assertThat(ask(claims -> claims.subject(Seed.RUNNER)).status()).isEqualTo(200);
  }

  @Test
  void withoutScopeAndAudienceThereIsNothingToGive() throws IOException {
    assertRefused(
        ask(claims -> claims.claim("scope", null)),
        "invalid_scope",
        "Empty or missing scope not allowed.");
  }

  @Test
  void somethingThatIsNoJwtIsRefused() throws IOException {
    Call.Answer answer =
        SEED.call()
            .form(
                Map.of(
                    "grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer",
                    "assertion", "not-a-jwt"));
    assertRefused(answer, "invalid_grant", "Bad Request");
  }
}
