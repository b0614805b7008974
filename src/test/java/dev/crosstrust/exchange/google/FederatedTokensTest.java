package dev.crosstrust.exchange.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.token.Tokens;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FederatedTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String PROVIDER =
      "projects/1/locations/global/workloadIdentityPools/p/providers/q";
  private static final String ACCOUNT = "sa@demo-product-sbx.iam.gserviceaccount.com";
  private static final String FEDERATED = "federated-access-token-of-this-test";
  private static final String GIVEN =
      """
      {"access_token":"%s","issued_token_type":"urn:ietf:params:oauth:token-type:access_token",
       "token_type":"Bearer","expires_in":300}
      """
          .formatted(FEDERATED);

  private record Asked(String path, Map<String, List<String>> headers, String body) {}

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Recorder recorder = new Recorder();
  private Response answer = Response.of(200, "application/json", GIVEN);
  private LoopbackServer server;
  private Wire wire;

  @BeforeEach
  void start() throws IOException {
    server = LoopbackServer.start(0, this::answer);
    wire =
        new Wire(
            new Origins(
                Map.of(
                    "https://sts.googleapis.com", server.origin(),
                    "https://sts.example-universe.goog", server.origin(),
                    "https://iamcredentials.googleapis.com", server.origin())),
            recorder,
            InstantSource.fixed(NOW));
  }

  @AfterEach
  void stop() {
    wire.close();
    server.close();
  }

  @Test
  void aJwtIsTradedInOneRequestWithoutAnAuthorization() {
    SubjectToken token =
        SubjectToken.jwt(Tokens.compact("{\"sub\":\"arn:aws:iam::111122223333:role/R\"}"));
    GoogleSession session = done(exchange("googleapis.com", token));

    assertThat(session.token())
        .isEqualTo(new GoogleAccessToken(Secret.of(FEDERATED), NOW.plusSeconds(300)));
    assertThat(session.principal())
        .isEqualTo(
            "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/*");
    assertThat(session.said())
        .contains("/subject/arn:aws:iam::111122223333:role/R (32 of 127 bytes)");
    assertThat(asked)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.path()).isEqualTo("/v1/token");
              assertThat(one.headers()).doesNotContainKey("authorization");
              assertThat(URLDecoder.decode(one.body(), StandardCharsets.UTF_8))
                  .contains(
                      "grant_type=urn:ietf:params:oauth:grant-type:token-exchange",
                      "audience=//iam.googleapis.com/" + PROVIDER,
                      "scope=https://www.googleapis.com/auth/cloud-platform",
                      "requested_token_type=urn:ietf:params:oauth:token-type:access_token",
                      "subject_token_type=urn:ietf:params:oauth:token-type:jwt",
                      "subject_token=" + token.value().reveal());
            });
    assertThat(recorder.legs().toString() + session)
        .doesNotContain(FEDERATED, token.value().reveal());
  }

  @Test
  void aSignedRequestGoesAsItIsEncodedOnceMoreByTheForm() {
    SubjectToken token =
        new SubjectToken(SubjectToken.Kind.AWS_SIGNED_REQUEST, Tokens.signedRequest().raw());
    GoogleSession session = done(exchange("googleapis.com", token));

    assertThat(session.subject()).isNull();
    assertThat(asked.getFirst().body())
        .contains(
            "subject_token_type=urn%3Aietf%3Aparams%3Aaws%3Atoken-type%3Aaws4_request",
            "subject_token=%257B%2522url%2522");
    assertThat(recorder.legs().toString())
        .doesNotContain("0123456789abcdef", "session%2Btoken", "session%252Btoken");
  }

  @Test
  void theUniverseIsThatOfTheRequest() {
    GoogleSession session = done(exchange("example-universe.goog", SubjectToken.jwt("a.b.c")));

    assertThat(recorder.legs().getFirst().request().target())
        .isEqualTo("https://sts.example-universe.goog/v1/token");
    assertThat(URLDecoder.decode(asked.getFirst().body(), StandardCharsets.UTF_8))
        .contains("audience=//iam.example-universe.goog/" + PROVIDER);
    assertThat(session.principal()).startsWith("principalSet://iam.example-universe.goog/");
  }

  @Test
  void anAnswerWithoutAnEndIsTaken() {
    answer = Response.of(200, "application/json", "{\"access_token\":\"token-without-end\"}");
    assertThat(done(exchange("googleapis.com", SubjectToken.jwt("a.b.c"))).token().expiresAt())
        .isNull();
  }

  @Test
  void aRefusalKeepsStatusCodeWordsAndEvidence() {
    answer =
        Response.of(
            400,
            "application/json",
            "{\"error\":\"invalid_grant\",\"error_description\":\"Unable to parse the ID"
                + " Token.\"}");
    assertThat(exchange("googleapis.com", SubjectToken.jwt("a.b.c")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusal().toString())
                    .contains("400", "invalid_grant", "Unable to parse the ID Token."));
    Leg leg = recorder.legs().getFirst();
    assertThat(leg.response().body()).contains("\"error\":\"invalid_grant\"");
    assertThat(leg.response().headers()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"code\":500,\"message\":\"Internal\",\"status\":\"INTERNAL\"}}",
        "<html><h1>Bad gateway</h1></html>",
        "",
      })
  void whatIsNoAnswerOfOAuthIsNotUnderstood(String body) {
    answer = Response.of(500, body.startsWith("<") ? "text/html" : "application/json", body);
    assertThat(exchange("googleapis.com", SubjectToken.jwt("a.b.c")))
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> assertThat(broken.breakage().kind()).isEqualTo(Kind.NOT_UNDERSTOOD));
  }

  @Test
  void impersonationIsALegOfItsOwn() {
    answer =
        Response.of(
            200,
            "application/json",
            "{\"accessToken\":\"account-access-token\",\"expireTime\":\"2026-11-21T10:30:00Z\"}");
    GoogleSession session = done(impersonate(Duration.ofMinutes(30)));

    assertThat(session.principal()).isEqualTo(ACCOUNT);
    assertThat(session.token().expiresAt()).isEqualTo(NOW.plusSeconds(1800));
    assertThat(asked.getFirst().path())
        .isEqualTo("/v1/projects/-/serviceAccounts/" + ACCOUNT + ":generateAccessToken");
    assertThat(asked.getFirst().body())
        .contains("\"lifetime\":\"1800s\"", "projects/-/serviceAccounts/delegate@", "\"scope\":[");
    assertThat(asked.getFirst().headers().get("authorization"))
        .containsExactly("Bearer " + FEDERATED);
    assertThat(recorder.legs()).extracting(Leg::name).containsExactly("impersonation");
    assertThat(recorder.legs().toString()).doesNotContain(FEDERATED, "account-access-token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT12H1S", "PT0.5S"})
  void aLifetimeBeyondTheLimitsIsNotSent(Duration lifetime) {
    assertThat(impersonate(lifetime)).isInstanceOf(Broken.class);
    assertThat(asked).isEmpty();
  }

  private Outcome<GoogleSession> exchange(String universe, SubjectToken token) {
    ExchangeRequest request =
        new ExchangeRequest(
            PROVIDER,
            List.of(ExchangeRequest.ALL_OF_CLOUD),
            new GoogleEndpoints(universe, Map.of()));
    return new FederatedTokens(wire, InstantSource.fixed(NOW)).exchange(request, token);
  }

  private Outcome<GoogleSession> impersonate(Duration lifetime) {
    ImpersonationRequest request =
        new ImpersonationRequest(
            List.of("delegate@p.iam.gserviceaccount.com", ACCOUNT),
            lifetime,
            List.of(ExchangeRequest.ALL_OF_CLOUD));
    return new FederatedTokens(wire, InstantSource.fixed(NOW))
        .impersonate(
            new GoogleEndpoints("googleapis.com", Map.of()),
            new GoogleAccessToken(Secret.of(FEDERATED), null),
            request);
  }

  private Response answer(Request request) throws IOException {
    asked.add(
        new Asked(
            request.rawPath(),
            request.headers(),
            new String(request.bodyBytes(), StandardCharsets.UTF_8)));
    return answer;
  }

  private static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done<T>) outcome).value();
  }
}
