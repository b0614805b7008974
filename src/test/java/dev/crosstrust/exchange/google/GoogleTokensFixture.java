package dev.crosstrust.exchange.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.identity.google.GcloudHome;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.token.SubjectToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Google as the wire sees it: answers by path, and what was asked. */
abstract class GoogleTokensFixture {
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  static final String OAUTH = "https://oauth2.googleapis.com/token";
  static final String RUNNER = "poc-runner@demo-product-sbx.iam.gserviceaccount.com";
  static final String TARGET = "poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com";
  static final String IAM = "/v1/projects/-/serviceAccounts/" + TARGET + ":generate";
  static final String ACCESS = "ACCESS-" + GcloudHome.CANARY;
  static final String ID = "ID-" + GcloudHome.CANARY;
  static final String JSON = "application/json";

  @TempDir Path folder;
  final Recorder recorder = new Recorder();

  /** What is answered, by path. */
  final Map<String, Function<String, Response>> answers = new ConcurrentHashMap<>();

  final Map<String, String> asked = new ConcurrentHashMap<>();
  final Map<String, String> bearers = new ConcurrentHashMap<>();
  LoopbackServer server;
  Wire wire;
  GcloudHome home;

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

  String key(String tokenUri) throws IOException {
    return "key:" + home.file("key.json", GcloudHome.serviceAccount(RUNNER, tokenUri));
  }

  GoogleTokens tokens() {
    return new GoogleTokens(wire, home.machine(), InstantSource.fixed(NOW));
  }

  Outcome<SubjectToken> idToken(String id, String audience) {
    return tokens().idToken(home.find(id), new IdTokenRequest(audience, List.of(), false));
  }

  private Response answer(Request request) throws IOException {
    String path = request.rawPath();
    String body = new String(request.bodyBytes(), StandardCharsets.UTF_8);
    asked.put(path, body);
    request.header("authorization").ifPresent(bearer -> bearers.put(path, bearer));
    return answers.getOrDefault(path, _ -> Response.empty(404)).apply(body);
  }

  static Response json(String body) {
    return Response.of(200, JSON, body);
  }

  static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done<T>) outcome).value();
  }

  static Breakage breakage(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Broken.class);
    return ((Broken<?>) outcome).breakage();
  }

  List<String> legs() {
    return recorder.legs().stream()
        .map(
            leg ->
                "%s %s %s %s".formatted(leg.name(), leg.service(), leg.operation(), leg.outcome()))
        .toList();
  }

  void assertNothingSecretInTheLegs() {
    List<Leg> legs = recorder.legs();
    assertThat(legs).isNotEmpty();
    assertThat(legs.toString())
        .doesNotContain(GcloudHome.CANARY)
        .doesNotContain(GcloudHome.privateKey().substring(40, 80));
  }
}
