package dev.crosstrust.evidence;

import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one place through which calls leave this machine, for both clouds and for issuers' keys.
 * Whatever library asks, the call is made here, without retries of ours, redirects or cookies, and
 * is written down here. (The JDK's client itself sends a GET again when a connection that it kept
 * turns out to be closed before an answer has begun.) Interrupting the thread ends the call.
 */
public final class Wire implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

  /** What is sent may take its time: 256 kbit/s is a poor line, and still a line. */
  private static final int SLOWEST_BYTES_A_SECOND = 32 * 1024;

  private static final int KEPT_BYTES = 64 * 1024;

  /**
   * Not passed on: the client sets these itself from address and body, and a compressed answer
   * could not be read in the evidence.
   */
  private static final Set<String> NOT_PASSED_ON =
      Set.of("host", "content-length", "connection", "expect", "upgrade", "accept-encoding");

  private final Origins origins;
  private final Recorder recorder;
  private final InstantSource clock;
  private final HttpClient client;
  private final Duration patience;

  public Wire(Origins origins, Recorder recorder, InstantSource clock) {
    this(origins, recorder, clock, ANSWER_TIMEOUT);
  }

  /**
   * The same for work that is not worth a long wait.
   *
   * @param patience how long to wait for an answer to a small request
   */
  public Wire(Origins origins, Recorder recorder, InstantSource clock, Duration patience) {
    this.origins = origins;
    this.patience = patience;
    this.recorder = recorder;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
  }

  /** Whether both are answered at one origin, as this wire calls them. */
  public boolean isOneOrigin(URI one, URI other) {
    return Origins.originOf(origins.resolve(one)).equals(Origins.originOf(origins.resolve(other)));
  }

  /**
   * Makes the call and records it.
   *
   * @return whatever came back, any status, but a web page in the place of what was asked
   * @throws IOException when there was no answer of the service; the leg says why
   * @throws InterruptedIOException when the thread was interrupted: the user cancelled
   */
  public Answer send(Call call) throws IOException {
    return send(call, limit(call.content()));
  }

  /**
   * The same.
   *
   * @param limit how long to wait for an answer, for what must not hold up anybody
   */
  public Answer send(Call call, Duration limit) throws IOException {
    LegWriter leg = new LegWriter(call, origins.resolve(call.address()), clock);
    recorder.asks(leg.label());
    Answer answer;
    Leg written;
    try {
      HttpResponse<InputStream> response = answer(request(call, leg), limit);
      byte[] kept =
          leg.keepsBody(response.statusCode())
              ? response.body().readNBytes(KEPT_BYTES)
              : new byte[0];
      written = leg.answered(response, kept);
      recorder.record(written);
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(kept), response.body());
      answer = new Answer(response.statusCode(), response.headers().map(), whole);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(leg);
    } catch (HttpTimeoutException e) {
      recorder.record(leg.failed("no answer within the time limit"));
      throw e;
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw cancelled(leg);
      }
      recorder.record(leg.failed(describe(leg.called(), e)));
      throw e;
    }
    return checked(answer, written);
  }

  /** A page that happens to be XML would be read as an answer in which everything is missing. */
  private static Answer checked(Answer answer, Leg written) throws IOException {
    if (answer.status() < 300 && written.outcome() == Leg.Result.BROKEN) {
      answer.close();
      throw new BrokenCallException(
          Kind.NOT_UNDERSTOOD, "HTTP %d with a web page".formatted(answer.status()));
    }
    return answer;
  }

  private InterruptedIOException cancelled(LegWriter leg) {
    recorder.record(leg.failed("cancelled"));
    return new InterruptedIOException("cancelled");
  }

  /**
   * Waits for the answer's head. The time limit is kept here and not by the client: from Java 26 on
   * the client's would count the body too, and end every long download.
   */
  private HttpResponse<InputStream> answer(HttpRequest request, Duration limit)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(request, BodyHandlers.ofInputStream());
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      abandon(answer);
      throw new HttpTimeoutException("no answer in %d seconds".formatted(limit.toSeconds()));
    } catch (InterruptedException e) {
      abandon(answer);
      throw e;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
    }
  }

  /** Ends what is under way; an answer that came in the last moment is hung up on. */
  private static void abandon(CompletableFuture<HttpResponse<InputStream>> answer) {
    var _ = answer.thenAccept(late -> closeQuietly(late.body()));
    answer.cancel(true);
  }

  private static void closeQuietly(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      // Nobody waits for it any more.
    }
  }

  private Duration limit(Call.@Nullable Content content) {
    long bytes = content == null ? 0 : content.length();
    return patience.plusSeconds(bytes / SLOWEST_BYTES_A_SECOND);
  }

  /** Whose legs are recorded here. */
  public Recorder recorder() {
    return recorder;
  }

  /** The client's own complaint would quote a header, and so a secret. */
  private static HttpRequest request(Call call, LegWriter leg) throws BrokenCallException {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(leg.called()).method(call.method(), publisher(call.content()));
      call.headers()
          .forEach(
              (name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                  values.forEach(value -> request.header(name, value));
                }
              });
      return request.build();
    } catch (IllegalArgumentException e) {
      throw new BrokenCallException(
          Kind.LOCAL, "cannot be asked: the address or a header has a character it must not have");
    }
  }

  private static HttpRequest.BodyPublisher publisher(Call.@Nullable Content content) {
    if (content == null) {
      return BodyPublishers.noBody();
    }
    return content.length() == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(content.open()), content.length());
  }

  /** The class of the exception is a detail for whoever knows Java. */
  private static String describe(URI called, IOException e) {
    return e instanceof BrokenCallException
        ? String.valueOf(e.getMessage())
        : "%s (%s)".formatted(Unanswered.why(called, e), e.getClass().getSimpleName());
  }

  /** Hangs up: what is still under way ends, an answer that nobody has read to its end too. */
  @Override
  public void close() {
    // By itself the client would wait for such an answer for ever.
    client.shutdownNow();
    client.close();
  }
}
