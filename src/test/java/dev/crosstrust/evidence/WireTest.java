package dev.crosstrust.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String CANARY = "CANARY0123456789abcdef";

  private final Recorder recorder = new Recorder();

  @Test
  void aCallIsOneLegWithItsLabelTimeStatusAndRequestId() throws Exception {
    try (LoopbackServer server =
            LoopbackServer.start(
                0,
                request ->
                    Response.of(200, "text/plain", request.method() + " " + request.rawPath())
                        .with("x-amzn-RequestId", "r-1"));
        Wire wire = wire(Origins.REAL);
        Answer answer =
            Recorder.during(
                Label.of("exchange", "sts", "AssumeRole"),
                () -> wire.send(Call.get(server.origin().resolve("/a%20b"))))) {

      assertThat(answer.text(100)).isEqualTo("GET /a%20b");
      Leg leg = recorder.legs().getFirst();
      assertThat(recorder.legs()).hasSize(1);
      assertThat(leg.name()).isEqualTo("exchange");
      assertThat(leg.service()).isEqualTo("sts");
      assertThat(leg.operation()).isEqualTo("AssumeRole");
      assertThat(leg.status()).isEqualTo(200);
      assertThat(leg.startedAt()).isEqualTo(NOW);
      assertThat(leg.requestId()).isEqualTo("r-1");
      assertThat(leg.outcome()).isEqualTo(Leg.Result.DONE);
      assertThat(leg.endpoint()).isEqualTo(server.origin().toString());
      assertThat(leg.response().body()).isEqualTo("GET /a%20b");
    }
  }

  @Test
  void theCallerGetsTheSecretAndTheEvidenceDoesNot() throws Exception {
    try (LoopbackServer server =
            LoopbackServer.start(
                0,
                _ ->
                    Response.of(200, "application/json", "{\"access_token\":\"" + CANARY + "\"}"));
        Wire wire = wire(Origins.REAL);
        Answer answer =
            wire.send(
                new Call(
                    "POST",
                    server.origin(),
                    Map.of("Authorization", List.of("Bearer " + CANARY)),
                    Call.Content.of(("assertion=" + CANARY).getBytes(StandardCharsets.UTF_8))))) {

      assertThat(answer.text(100)).contains(CANARY);
      assertThat(recorder.legs().toString()).doesNotContain(CANARY);
    }
  }

  @Test
  void anEvidenceBodyNamesTheRealAddressAndTheEndpointTheOneCalled() throws Exception {
    try (LoopbackServer server = LoopbackServer.start(0, _ -> Response.empty(204));
        Wire wire = wire(new Origins(Map.of("https://oauth2.googleapis.com", server.origin())));
        Answer answer = wire.send(Call.get(URI.create("https://oauth2.googleapis.com/token")))) {

      assertThat(answer.status()).isEqualTo(204);
      Leg leg = recorder.legs().getFirst();
      assertThat(leg.request().target()).isEqualTo("https://oauth2.googleapis.com/token");
      assertThat(leg.endpoint()).isEqualTo(server.origin().toString());
    }
  }

  @Test
  void contentIsNotKeptButAnErrorInItsPlaceIs() throws Exception {
    try (LoopbackServer server =
            LoopbackServer.start(
                0,
                request ->
                    request.rawPath().equals("/denied")
                        ? Response.of(403, "application/xml", "<Code>AccessDenied</Code>")
                        : Response.of(200, "text/plain", "somebody's data"));
        Wire wire = wire(Origins.REAL)) {
      for (String path : List.of("/ok", "/denied")) {
        Recorder.during(
                Label.ofContent("s3.GetObject", "s3", "GetObject"),
                () -> wire.send(Call.get(server.origin().resolve(path))))
            .close();
      }

      assertThat(recorder.legs().get(0).response().body())
          .isEqualTo("(15 bytes of text/plain, not kept)");
      assertThat(recorder.legs().get(1).response().body()).contains("AccessDenied");
    }
  }

  @Test
  void refusalsAndBreakagesAreToldApart() throws Exception {
    try (LoopbackServer server =
            LoopbackServer.start(
                0,
                request ->
                    switch (request.rawPath()) {
                      case "/no" -> Response.of(403, "application/xml", "<Error/>");
                      case "/proxy" -> Response.of(407, "text/html", "<html>sign in</html>");
                      default -> Response.of(502, "application/json", "{}");
                    });
        Wire wire = wire(Origins.REAL)) {
      for (String path : List.of("/no", "/proxy", "/bad")) {
        wire.send(Call.get(server.origin().resolve(path))).close();
      }

      assertThat(recorder.legs())
          .extracting(Leg::outcome)
          .containsExactly(Leg.Result.REFUSED, Leg.Result.BROKEN, Leg.Result.BROKEN);
    }
  }

  @Test
  void aPageAtStatus200IsNoAnswerOfAServiceButMayBeAnObject() throws Exception {
    try (LoopbackServer server =
            LoopbackServer.start(0, _ -> Response.of(200, "text/html", "<html>sign in</html>"));
        Wire wire = wire(Origins.REAL)) {
      assertThatIOException()
          .isThrownBy(() -> wire.send(Call.get(server.origin())))
          .satisfies(
              e ->
                  assertThat(Unanswered.breakage(server.origin(), e).kind())
                      .isEqualTo(Kind.NOT_UNDERSTOOD));
      Label object = Label.ofContent("s3.GetObject", "s3", "GetObject");
      Recorder.during(object, () -> wire.send(Call.get(server.origin()))).close();
      wire.send(new Call("HEAD", server.origin(), Map.of(), null)).close();

      assertThat(recorder.legs())
          .extracting(Leg::outcome)
          .containsExactly(Leg.Result.BROKEN, Leg.Result.DONE, Leg.Result.DONE);
      assertThat(recorder.legs().getFirst().response().body()).isEqualTo("<html>sign in</html>");
    }
  }

  @Test
  void nobodyRedirectsButS3ToAnotherRegion() throws Exception {
    String moved = "<Error><Code>PermanentRedirect</Code></Error>";
    try (LoopbackServer server =
            LoopbackServer.start(
                0,
                request ->
                    request.rawPath().equals("/portal")
                        ? Response.empty(302).with("location", "https://portal.example")
                        : Response.of(301, "application/xml", moved));
        Wire wire = wire(Origins.REAL)) {
      for (String path : List.of("/portal", "/bucket")) {
        for (String service : List.of("s3", "sts")) {
          Label label = Label.of(service + ".X", service, "X");
          Recorder.during(label, () -> wire.send(Call.get(server.origin().resolve(path)))).close();
        }
      }

      assertThat(recorder.legs())
          .extracting(Leg::outcome)
          .containsExactly(
              Leg.Result.BROKEN, Leg.Result.BROKEN, Leg.Result.REFUSED, Leg.Result.BROKEN);
    }
  }

  @Test
  void aHeaderThatCannotBeSentIsNotQuoted() {
    try (Wire wire = wire(Origins.REAL)) {
      Call call =
          new Call(
              "GET",
              URI.create("https://service.example"),
              Map.of("Authorization", List.of("Bearer " + CANARY + "\nX")),
              null);

      assertThatIOException()
          .isThrownBy(() -> wire.send(call))
          .satisfies(
              e -> {
                assertThat(e).hasMessageNotContaining(CANARY).hasNoCause();
                assertThat(Unanswered.breakage(call.address(), e).kind()).isEqualTo(Kind.LOCAL);
              });
      assertThat(recorder.legs().toString()).doesNotContain(CANARY);
    }
  }

  private Wire wire(Origins origins) {
    return new Wire(origins, recorder, InstantSource.fixed(NOW));
  }
}
