package dev.crosstrust.evidence.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.secret.Secret;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

class AwsCallsTest {
  private static final Label LABEL = Label.of("who", "sts", "GetCallerIdentity");
  private static final AwsCredentials KEYS =
      new AwsCredentials("AKIDTEST", Secret.of("x".repeat(40)), Secret.of("y".repeat(99)), null);

  private static final String WHO =
      "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account>"
          + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

  private final Recorder recorder = new Recorder();
  private final Wire wire = new Wire(Origins.REAL, recorder, InstantSource.system());

  @AfterEach
  void closeWire() {
    wire.close();
  }

  @Test
  void aRefusalKeepsCodeTextAndRequestIdOfTheRawAnswer() throws IOException {
    Outcome<?> outcome =
        answered(
            403,
            "text/xml",
            """
            <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>\
            <Code>InvalidClientTokenId</Code>\
            <Message>The security token included in the request is invalid.</Message></Error>\
            <RequestId>4fcfb4a6-0000</RequestId></ErrorResponse>\
            """);
    assertThat(outcome)
        .isEqualTo(
            new Refused<>(
                new Refusal(
                    "sts",
                    "GetCallerIdentity",
                    403,
                    "InvalidClientTokenId",
                    "The security token included in the request is invalid.",
                    "4fcfb4a6-0000")));
    assertThat(recorder.legs()).hasSize(1);
    assertThat(recorder.legs().getFirst().name()).isEqualTo("who");
  }

  @Test
  void aPageIsNotTakenForARefusalWhateverItsStatus() throws IOException {
    for (int status : new int[] {200, 403, 407, 502}) {
      Outcome<?> outcome = answered(status, "text/html", "<html><body>Proxy says hello</body>");
      assertThat(kind(outcome)).as("HTTP %d", status).isEqualTo(Kind.NOT_UNDERSTOOD);
    }
  }

  @Test
  void aPageThatHappensToBeXmlIsNoEmptyAnswer() throws IOException {
    assertThat(kind(answered(200, "text/html", "<html><body/></html>")))
        .isEqualTo(Kind.NOT_UNDERSTOOD);
  }

  @Test
  void aRedirectIsNotUnderstood() throws IOException {
    assertThat(kind(answered(302, "text/plain", ""))).isEqualTo(Kind.NOT_UNDERSTOOD);
  }

  @Test
  void aBodyThatIsNoErrorOfAwsIsNotUnderstood() throws IOException {
    Outcome<?> outcome = answered(403, "text/plain", "go away");
    assertThat(kind(outcome)).isEqualTo(Kind.NOT_UNDERSTOOD);
    assertThat(kind(answered(200, "text/xml", "<GetCallerIdentityResponse><GetCal")))
        .isEqualTo(Kind.NOT_UNDERSTOOD);
  }

  @Test
  void aServerErrorIsMadeOnceAndIsNoRefusal() throws IOException {
    Outcome<?> outcome =
        answered(
            500,
            "text/xml",
            "<ErrorResponse><Error><Code>InternalFailure</Code><Message>Unknown error validating"
                + " third-party token</Message></Error></ErrorResponse>");
    assertThat(message(outcome))
        .isEqualTo(
            "sts answered HTTP 500, InternalFailure: Unknown error validating third-party token");
    assertThat(recorder.legs()).hasSize(1);
  }

  @Test
  void aHostThatDoesNotAnswerIsNamed() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Outcome<?> outcome = asked(URI.create("http://127.0.0.1:" + free));
    assertThat(kind(outcome)).isEqualTo(Kind.UNREACHABLE);
    assertThat(message(outcome)).isEqualTo("no connection to 127.0.0.1:" + free);
  }

  @Test
  void interruptingEndsTheCallAsCancelled() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      BlockingQueue<Outcome<?>> ended = new ArrayBlockingQueue<>(1);
      Thread caller = Thread.ofVirtual().start(() -> ended.add(asked(address)));
      try (Socket _ = silent.accept()) {
        caller.interrupt();
        caller.join(Duration.ofSeconds(10));
      }
      assertThat(kind(ended.element())).isEqualTo(Kind.CANCELLED);
    }
  }

  @Test
  void settingsOfTheProcessDoNotMoveTheEndpoint() throws IOException {
    System.setProperty("aws.endpointUrl", "http://127.0.0.1:1");
    Handler handler = _ -> Response.of(200, "text/xml", WHO);
    try (LoopbackServer server = LoopbackServer.start(0, handler);
        Wire mapped = new Wire(realStsAt(server.origin()), recorder, InstantSource.system());
        StsClient sts =
            AwsClients.signed(StsClient.builder(), mapped, new AwsTarget("eu-west-1", null), KEYS)
                .build()) {
      assertThat(AwsCalls.outcome(LABEL, sts::getCallerIdentity)).isInstanceOf(Done.class);
    } finally {
      System.clearProperty("aws.endpointUrl");
    }
  }

  private static Origins realStsAt(URI origin) {
    return new Origins(Map.of("https://sts.eu-west-1.amazonaws.com", origin));
  }

  @Test
  void whatWentRightIsDone() throws IOException {
    Outcome<GetCallerIdentityResponse> outcome = answered(200, "text/xml", WHO);
    assertThat(outcome).isInstanceOf(Done.class);
    assertThat(recorder.legs().toString()).doesNotContain("y".repeat(20), "x".repeat(20));
  }

  private Outcome<GetCallerIdentityResponse> answered(int status, String type, String body)
      throws IOException {
    Handler handler = _ -> Response.of(status, type, body);
    try (LoopbackServer server = LoopbackServer.start(0, handler)) {
      return asked(server.origin());
    }
  }

  private Outcome<GetCallerIdentityResponse> asked(URI endpoint) {
    AwsTarget target = new AwsTarget("eu-west-1", endpoint);
    try (StsClient sts = AwsClients.signed(StsClient.builder(), wire, target, KEYS).build()) {
      return AwsCalls.outcome(LABEL, sts::getCallerIdentity);
    }
  }

  private static Kind kind(Outcome<?> outcome) {
    return breakage(outcome).kind();
  }

  private static String message(Outcome<?> outcome) {
    return breakage(outcome).message();
  }

  private static Breakage breakage(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Broken.class);
    return ((Broken<?>) outcome).breakage();
  }
}
