package dev.crosstrust.exchange.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.identity.google.GcloudHome;
import dev.crosstrust.sandbox.wire.FormCodec;
import dev.crosstrust.token.SubjectToken;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoogleTokensTest extends GoogleTokensFixture {
  @Test
  void aKeyAsksItsTokenEndpointForTheAudience() throws Exception {
    answers.put("/token", _ -> json("{\"id_token\":\"" + ID + "\"}"));

    Outcome<SubjectToken> token = idToken(key(OAUTH), "sts.amazonaws.com");

    assertThat(token).isEqualTo(Outcome.done(SubjectToken.jwt(ID)));
    Map<String, List<String>> form = FormCodec.decode(asked.get("/token"));
    assertThat(form.get("grant_type"))
        .containsExactly("urn:ietf:params:oauth:grant-type:jwt-bearer");
    SignedJWT assertion = SignedJWT.parse(form.get("assertion").getFirst());
    assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) GcloudHome.keys().getPublic())))
        .isTrue();
    assertThat(assertion.getHeader().getKeyID()).isEqualTo("k1");
    JWTClaimsSet claims = assertion.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(RUNNER);
    assertThat(claims.getAudience()).containsExactly(OAUTH);
    assertThat(claims.getStringClaim("target_audience")).isEqualTo("sts.amazonaws.com");
    assertThat(claims.getIssueTime()).isEqualTo(NOW);
    assertThat(claims.getExpirationTime()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    assertThat(legs()).containsExactly("token oauth2 token DONE");
    assertNothingSecretInTheLegs();
  }

  @Test
  void aKeyForLoopbackIsHonouredAndOneForPlainHttpElsewhereIsNot() throws Exception {
    answers.put("/own", _ -> json("{\"id_token\":\"" + ID + "\"}"));

    assertThat(idToken(key(server.origin() + "/own"), "a")).isInstanceOf(Done.class);
    assertThat(breakage(idToken(key("http://elsewhere.example/token"), "a")))
        .isEqualTo(
            new Breakage(
                Breakage.Kind.LOCAL,
                "No credential is sent to http://elsewhere.example/token: it is not an https"
                    + " address"));
    assertThat(recorder.legs()).hasSize(1);
  }

  @Test
  void aKeysAccessTokenHasScopesAndAnEnd() throws Exception {
    answers.put("/token", _ -> json("{\"access_token\":\"" + ACCESS + "\",\"expires_in\":3599}"));

    Outcome<GoogleAccessToken> token =
        tokens().accessToken(home.find(key(OAUTH)), List.of("scope-1", "scope-2"));

    GoogleAccessToken value = done(token);
    assertThat(value.token().reveal()).isEqualTo(ACCESS);
    assertThat(value.expiresAt()).isEqualTo(NOW.plusSeconds(3599));
    SignedJWT assertion =
        SignedJWT.parse(FormCodec.decode(asked.get("/token")).get("assertion").getFirst());
    assertThat(assertion.getJWTClaimsSet().getStringClaim("scope")).isEqualTo("scope-1 scope-2");
    assertThat(legs()).containsExactly("sign-in oauth2 token DONE");
  }

  @Test
  void impersonationSignsInAndAsksForTheTokenOfTheLastOfTheChain() throws Exception {
    answers.put("/token", _ -> json("{\"access_token\":\"" + ACCESS + "\"}"));
    answers.put(IAM + "IdToken", _ -> json("{\"token\":\"" + ID + "\"}"));

    Outcome<SubjectToken> token =
        tokens()
            .idToken(
                home.find(key(OAUTH)),
                new IdTokenRequest(
                    "sts.amazonaws.com", List.of("d@p.iam.gserviceaccount.com", TARGET), true));

    assertThat(done(token).value().reveal()).isEqualTo(ID);
    assertThat(asked.get(IAM + "IdToken"))
        .contains(
            "\"audience\":\"sts.amazonaws.com\"",
            "\"includeEmail\":true",
            "\"delegates\":[\"projects/-/serviceAccounts/d@p.iam.gserviceaccount.com\"]");
    assertThat(bearers.get(IAM + "IdToken")).isEqualTo("Bearer " + ACCESS);
    assertThat(legs())
        .containsExactly("sign-in oauth2 token DONE", "token iamcredentials generateIdToken DONE");
    assertNothingSecretInTheLegs();
  }

  @Test
  void theImpersonationPropertyOfAConfigurationIsHeeded() throws Exception {
    answers.put("/token", _ -> json("{\"access_token\":\"" + ACCESS + "\"}"));
    answers.put(IAM + "IdToken", _ -> json("{\"token\":\"" + ID + "\"}"));
    answers.put(
        IAM + "AccessToken",
        _ -> json("{\"accessToken\":\"A2\",\"expireTime\":\"2026-11-21T11:00:00Z\"}"));
    Path key = home.file("key.json", GcloudHome.serviceAccount(RUNNER, OAUTH));
    home.configuration(
        "demo",
        "[auth]",
        "credential_file_override = " + key,
        "impersonate_service_account = " + TARGET);

    assertThat(idToken("gcloud:demo", "a")).isEqualTo(Outcome.done(SubjectToken.jwt(ID)));
    GoogleAccessToken access =
        done(tokens().accessToken(home.find("gcloud:demo"), List.of("scope-1")));

    assertThat(access.token().reveal()).isEqualTo("A2");
    assertThat(access.expiresAt()).isEqualTo("2026-11-21T11:00:00Z");
    assertThat(asked.get(IAM + "AccessToken"))
        .contains("\"scope\":[\"scope-1\"]", "\"lifetime\":\"3600s\"")
        .doesNotContain("delegates");
  }

  @Test
  void anImpersonatedFileAndWhatIsAskedForAreOneChain() throws Exception {
    answers.put("/token", _ -> json("{\"access_token\":\"" + ACCESS + "\"}"));
    answers.put(IAM + "IdToken", _ -> json("{\"token\":\"" + ID + "\"}"));
    home.applicationDefault(
        """
        {"type": "impersonated_service_account",
         "service_account_impersonation_url": "https://x/serviceAccounts/m@p.example:generateAccessToken",
         "delegates": ["d@p.example"], "source_credentials": %s}
        """
            .formatted(GcloudHome.user(OAUTH)));

    tokens().idToken(home.find("gcloud-adc"), new IdTokenRequest("a", List.of(TARGET), false));

    assertThat(asked.get(IAM + "IdToken"))
        .contains(
            "[\"projects/-/serviceAccounts/d@p.example\",\"projects/-/serviceAccounts/m@p.example\"]");
  }

  @Test
  void theUniverseAndTheOverrideDecideWhoIsAskedForImpersonation() throws Exception {
    answers.put("/token", _ -> json("{\"access_token\":\"" + ACCESS + "\"}"));
    answers.put(IAM + "IdToken", _ -> json("{\"token\":\"" + ID + "\"}"));
    answers.put("/over" + IAM + "IdToken", _ -> json("{\"token\":\"overridden\"}"));
    Path key = home.file("key.json", GcloudHome.serviceAccount(RUNNER, OAUTH));
    String[] settings = {
      "[auth]",
      "credential_file_override = " + key,
      "impersonate_service_account = " + TARGET,
      "[core]",
      "universe_domain = example-universe.goog"
    };
    home.configuration("demo", settings);

    assertThat(idToken("gcloud:demo", "a")).isInstanceOf(Done.class);
    assertThat(recorder.legs().getLast().request().target())
        .startsWith("https://iamcredentials.example-universe.goog/v1/");

    home.variable("CLOUDSDK_API_ENDPOINT_OVERRIDES_IAMCREDENTIALS", server.origin() + "/over/");
    assertThat(done(idToken("gcloud:demo", "a")).value().reveal()).isEqualTo("overridden");
  }

  @Test
  void aUsersIdTokenComesWithTheRefreshAndForItsOwnAudienceOnly() throws Exception {
    answers.put(
        "/token", _ -> json("{\"access_token\":\"" + ACCESS + "\",\"id_token\":\"" + ID + "\"}"));
    home.applicationDefault(GcloudHome.user(OAUTH));

    assertThat(breakage(idToken("gcloud-adc", "sts.amazonaws.com")).message())
        .isEqualTo(
            "A user's ID token is always for 764.apps.googleusercontent.com, never for"
                + " sts.amazonaws.com: impersonate a service account");
    assertThat(recorder.legs()).isEmpty();
    assertThat(idToken("gcloud-adc", "764.apps.googleusercontent.com"))
        .isEqualTo(Outcome.done(SubjectToken.jwt(ID)));
    assertThat(FormCodec.decode(asked.get("/token")))
        .containsEntry("grant_type", List.of("refresh_token"))
        .containsEntry("refresh_token", List.of(GcloudHome.CANARY));
    assertNothingSecretInTheLegs();
  }

  @Test
  void anAccessTokenInAFileImpersonates() throws Exception {
    answers.put(IAM + "IdToken", _ -> json("{\"token\":\"" + ID + "\"}"));
    Path file = home.file("access-token", ACCESS + "\n");
    home.configuration("demo", "[auth]", "access_token_file = " + file);

    Outcome<SubjectToken> token =
        tokens().idToken(home.find("gcloud:demo"), new IdTokenRequest("a", List.of(TARGET), false));

    assertThat(token).isEqualTo(Outcome.done(SubjectToken.jwt(ID)));
    assertThat(bearers.get(IAM + "IdToken")).isEqualTo("Bearer " + ACCESS);
    assertThat(breakage(idToken("gcloud:demo", "a")).message()).contains("gives no ID token");
  }
}
