package dev.crosstrust.exchange.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.identity.google.GcloudHome;
import dev.crosstrust.sandbox.wire.FormCodec;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.token.SubjectToken;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoogleTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String OAUTH = "https://oauth2.googleapis.com/token";
  private static final String RUNNER = "poc-runner@demo-product-sbx.iam.gserviceaccount.com";
  private static final String TARGET = "poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com";
  private static final String IAM = "/v1/projects/-/serviceAccounts/" + TARGET + ":generate";
  private static final String ACCESS = "ACCESS-" + GcloudHome.CANARY;
  private static final String ID = "ID-" + GcloudHome.CANARY;
  private static final String JSON = "application/json";

  @TempDir Path folder;
  private final Recorder recorder = new Recorder();
  private final Map<String, Function<String, Response>> answers = new ConcurrentHashMap<>();
  private final Map<String, String> asked = new ConcurrentHashMap<>();
  private final Map<String, String> bearers = new ConcurrentHashMap<>();
  private LoopbackServer server;
  private Wire wire;
  private GcloudHome home;

  @BeforeEach
  void start() throws IOException {
    home = new GcloudHome(folder);
    server = LoopbackServer.start(0, this::answer);
    Origins origins =
        new Origins(
            Map.of(
                "https://oauth2.googleapis.com", server.origin(),
                "https://iamcredentials.googleapis.com", server.origin(),
                "https://iamcredentials.example-universe.goog", server.origin()));
    wire = new Wire(origins, recorder, InstantSource.fixed(NOW));
  }

  @AfterEach
  void stop() {
    wire.close();
    server.close();
  }

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
  void aRefreshThatWantsReauthenticationNeedsASignIn() throws Exception {
    answers.put(
        "/token",
        _ ->
            Response.of(
                400,
                JSON,
                "{\"error\":\"invalid_grant\",\"error_description\":\"reauth related error"
                    + " (invalid_rapt)\",\"error_subtype\":\"invalid_rapt\"}"));
    home.applicationDefault(GcloudHome.user(OAUTH));

    Breakage breakage = breakage(idToken("gcloud-adc", ""));

    assertThat(breakage.kind()).isEqualTo(Breakage.Kind.NEEDS_SIGN_IN);
    assertThat(breakage.message())
        .contains("invalid_rapt", "gcloud auth application-default login");
  }

  @Test
  void aRefusalOfTheTokenEndpointIsInItsOwnWords() throws Exception {
    answers.put(
        "/token",
        _ ->
            Response.of(
                    400,
                    JSON,
                    "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT"
                        + " Signature.\"}")
                .with("x-request-id", "r-1"));

    assertThat(idToken(key(OAUTH), "a"))
        .isEqualTo(
            new Refused<>(
                new Outcome.Refusal(
                    "oauth2", "token", 400, "invalid_grant", "Invalid JWT Signature.", "r-1")));
  }

  @Test
  void aRefusalOfImpersonationIsInItsOwnWords() throws Exception {
    String message =
        "Permission 'iam.serviceAccounts.getOpenIdToken' denied on resource (or it may not"
            + " exist).";
    answers.put("/token", _ -> json("{\"access_token\":\"" + ACCESS + "\"}"));
    answers.put(
        IAM + "IdToken",
        _ ->
            Response.of(
                403,
                JSON,
                "{\"error\":{\"code\":403,\"message\":\"%s\",\"status\":\"PERMISSION_DENIED\"}}"
                    .formatted(message)));

    Outcome<SubjectToken> token =
        tokens().idToken(home.find(key(OAUTH)), new IdTokenRequest("a", List.of(TARGET), false));

    assertThat(token)
        .isEqualTo(
            new Refused<>(
                new Outcome.Refusal(
                    "iamcredentials", "generateIdToken", 403, "PERMISSION_DENIED", message, null)));
  }

  @Test
  void aProxysPageACutAnswerAndAServersFaultAreNotUnderstood() throws Exception {
    answers.put("/html", _ -> Response.of(502, "text/html", "<html>Bad Gateway</html>"));
    answers.put("/cut", _ -> json("{\"id_token\":\"abc"));
    answers.put("/other", _ -> json("{\"unexpected\":1}"));
    answers.put(
        "/fault",
        _ -> Response.of(500, JSON, "{\"error\":{\"code\":500,\"status\":\"INTERNAL\"}}"));

    for (String path : List.of("/html", "/cut", "/other", "/fault")) {
      Breakage breakage = breakage(idToken(key(server.origin() + path), "a"));
      assertThat(breakage.kind()).as(path).isEqualTo(Breakage.Kind.NOT_UNDERSTOOD);
      assertThat(breakage.message()).startsWith("127.0.0.1 answered");
    }
  }

  @Test
  void anUnreachableHostIsNamed() throws Exception {
    URI closed = server.origin();
    server.close();

    Breakage breakage = breakage(idToken(key(closed + "/token"), "a"));

    assertThat(breakage)
        .isEqualTo(
            new Breakage(Breakage.Kind.UNREACHABLE, "127.0.0.1 cannot be reached: no connection"));
  }

  @Test
  void aKeyThatIsNoKeyIsNamedByItsFileAndNotQuoted() throws Exception {
    Path file =
        home.file(
            "bad.json",
            """
            {"type": "service_account", "client_email": "a@p.example",
             "private_key": "-----BEGIN %1$s-----\\n%2$s!\\n-----END %1$s-----\\n"}
            """
                .formatted("PRIVATE KEY", GcloudHome.CANARY));

    assertThat(breakage(idToken("key:" + file, "a")))
        .isEqualTo(
            new Breakage(Breakage.Kind.LOCAL, "The private key in " + file + " cannot be read"));
  }

  @Test
  void anIdTokenForNobodyIsNotAskedFor() throws Exception {
    assertThat(breakage(idToken(key(OAUTH), " ")).kind()).isEqualTo(Breakage.Kind.LOCAL);
    assertThat(recorder.legs()).isEmpty();
  }

  @Test
  void federationGivesNoTokenDirectly() throws Exception {
    home.applicationDefault(
        """
        {"type": "external_account", "audience": "//a",
         "credential_source": {"executable": {"command": "/bin/false"}}}
        """);

    assertThat(breakage(idToken("gcloud-adc", "a")).message())
        .isEqualTo(
            "Credentials of the kind external-account-executable give no token directly: they must"
                + " be exchanged first");
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

  private String key(String tokenUri) throws IOException {
    return "key:" + home.file("key.json", GcloudHome.serviceAccount(RUNNER, tokenUri));
  }

  private GoogleTokens tokens() {
    return new GoogleTokens(wire, home.machine(), InstantSource.fixed(NOW));
  }

  private Outcome<SubjectToken> idToken(String id, String audience) {
    return tokens().idToken(home.find(id), new IdTokenRequest(audience, List.of(), false));
  }

  private Response answer(Request request) throws IOException {
    String path = request.rawPath();
    String body = new String(request.bodyBytes(), StandardCharsets.UTF_8);
    asked.put(path, body);
    request.header("authorization").ifPresent(bearer -> bearers.put(path, bearer));
    return answers.getOrDefault(path, _ -> Response.empty(404)).apply(body);
  }

  private static Response json(String body) {
    return Response.of(200, JSON, body);
  }

  private static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done<T>) outcome).value();
  }

  private static Breakage breakage(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Broken.class);
    return ((Broken<?>) outcome).breakage();
  }

  private List<String> legs() {
    return recorder.legs().stream()
        .map(
            leg ->
                "%s %s %s %s".formatted(leg.name(), leg.service(), leg.operation(), leg.outcome()))
        .toList();
  }

  private void assertNothingSecretInTheLegs() {
    List<Leg> legs = recorder.legs();
    assertThat(legs).isNotEmpty();
    assertThat(legs.toString())
        .doesNotContain(GcloudHome.CANARY)
        .doesNotContain(GcloudHome.privateKey().substring(40, 80));
  }
}
