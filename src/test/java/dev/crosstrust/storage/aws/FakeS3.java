package dev.crosstrust.storage.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.secret.Secret;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An S3 on loopback that says what a test wants, and an {@link S3} that asks it. */
final class FakeS3 implements AutoCloseable {
  static final Secret SECRET_KEY = Secret.of("s".repeat(20) + "k".repeat(20));
  static final Secret SESSION = Secret.of("t".repeat(400));

  /** Answers one request; what was sent has been read. */
  @FunctionalInterface
  interface Script {
    Response answer(Seen request) throws IOException, InterruptedException;
  }

  /** One request, as it arrived. */
  record Seen(Request request, int bytes) {
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
  final S3 s3;
  private final Wire wire = new Wire(Origins.REAL, recorder, InstantSource.system());
  private final LoopbackServer server;

  FakeS3(Script script) throws IOException {
    server =
        LoopbackServer.start(
            0,
            request -> {
              Seen now = new Seen(request, request.bodyBytes().length);
              seen.add(now);
              try {
                return script.answer(now);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("the server ends", e);
              }
            });
    s3 =
        new S3(
            wire,
            new AwsTarget("eu-west-1", server.origin()),
            new AwsCredentials("ASIATEST", SECRET_KEY, SESSION, null));
  }

  List<String> lines() {
    return seen.stream().map(Seen::line).toList();
  }

  List<String> legs() {
    return recorder.legs().stream().map(Leg::name).toList();
  }

  static Response xml(int status, String body) {
    return Response.of(
        status, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body);
  }

  static Response error(int status, String code, String message) {
    return xml(
            status,
            "<Error><Code>%s</Code><Message>%s</Message><RequestId>4442587FB7D0A2F9</RequestId><HostId>h</HostId></Error>"
                .formatted(code, message))
        .with("x-amz-request-id", "4442587FB7D0A2F9");
  }

  @Override
  public void close() {
    s3.close();
    server.close();
    wire.close();
  }
}
