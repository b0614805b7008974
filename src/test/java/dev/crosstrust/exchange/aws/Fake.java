package dev.crosstrust.exchange.aws;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service of AWS that gives prepared answers in their order and keeps what it was asked. */
final class Fake implements AutoCloseable {
  /** One request as it came. */
  record Asked(String path, Map<String, List<String>> headers, String query, String body) {}

  final List<Asked> asked = new CopyOnWriteArrayList<>();
  final Wire wire = new Wire(Origins.REAL, new Recorder(), InstantSource.system());
  private final Deque<Response> answers = new ArrayDeque<>();
  private final LoopbackServer server;

  Fake() throws IOException {
    server = LoopbackServer.start(0, this::answer);
  }

  Fake answers(int status, String type, String body) {
    answers.add(Response.of(status, type, body));
    return this;
  }

  /** An error of the services that speak JSON, whose code stands in a header. */
  Fake coded(int status, String code, String body) {
    answers.add(Response.of(status, "application/json", body).with("x-amzn-ErrorType", code));
    return this;
  }

  Fake xml(int status, String body) {
    return answers(status, "text/xml", body);
  }

  Fake error(int status, String code, String message) {
    return xml(
        status,
        """
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>\
        <Code>%s</Code><Message>%s</Message></Error><RequestId>r-1</RequestId></ErrorResponse>\
        """
            .formatted(code, message));
  }

  Fake json(int status, String body) {
    return answers(status, "application/json", body);
  }

  URI origin() {
    return server.origin();
  }

  List<Leg> legs() {
    return wire.recorder().legs();
  }

  private synchronized Response answer(Request request) throws IOException {
    String body = new String(request.bodyBytes(), StandardCharsets.UTF_8);
    asked.add(new Asked(request.rawPath(), request.headers(), request.rawQuery(), body));
    return answers.remove();
  }

  @Override
  public void close() {
    wire.close();
    server.close();
  }
}
