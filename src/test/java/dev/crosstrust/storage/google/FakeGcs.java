package dev.crosstrust.storage.google;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Cloud Storage on loopback that says what a test wants, and a {@link Gcs} that asks it. */
final class FakeGcs implements AutoCloseable {
  static final Secret TOKEN = Secret.of("ya29." + "t".repeat(200));
  private static final String REAL = "https://storage.googleapis.com";

  /** Answers one request; what was sent has been read. */
  @FunctionalInterface
  interface Script {
    Response answer(Seen request) throws IOException, InterruptedException;
  }

  /**
   * One request, as it arrived.
   *
   * @param body a character for each byte
   */
  record Seen(Request request, String body) {
    String line() {
      String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
      return request.method() + " " + request.rawPath() + query;
    }

    boolean is(String method, String queryPart) {
      return request.method().equals(method) && request.rawQuery().contains(queryPart);
    }
  }

  final List<Seen> seen = new CopyOnWriteArrayList<>();
  final Recorder recorder = new Recorder();
  final Gcs gcs;
  private final Wire wire;
  private final LoopbackServer server;

  FakeGcs(Script script) throws IOException {
    server =
        LoopbackServer.start(
            0,
            request -> {
              Seen now = new Seen(request, new String(request.bodyBytes(), ISO_8859_1));
              seen.add(now);
              try {
                return script.answer(now);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("the server ends", e);
              }
            });
    wire = new Wire(new Origins(Map.of(REAL, server.origin())), recorder, InstantSource.system());
    gcs =
        new Gcs(
            wire,
            new GcsTarget(URI.create(REAL), "demo-product-sbx"),
            () -> new GoogleAccessToken(TOKEN, null));
  }

  List<String> lines() {
    return seen.stream().map(Seen::line).toList();
  }

  List<String> legs() {
    return recorder.legs().stream().map(Leg::name).toList();
  }

  static Response json(int status, String body) {
    return Response.of(status, "application/json; charset=UTF-8", body);
  }

  static Response error(int status, String reason, String message) {
    return json(
            status,
            "{\"error\":{\"code\":%d,\"message\":\"%s\",\"errors\":[{\"message\":\"%s\",\"domain\":\"global\",\"reason\":\"%s\"}]}}"
                .formatted(status, message, message, reason))
        .with("X-GUploader-UploadID", "ADPycdt7");
  }

  @Override
  public void close() {
    gcs.close();
    server.close();
    wire.close();
  }
}
