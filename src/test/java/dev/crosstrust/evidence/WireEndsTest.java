package dev.crosstrust.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Calls that end without an answer. */
class WireEndsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final Recorder recorder = new Recorder();

  private Wire wire(Origins origins) {
    return new Wire(origins, recorder, InstantSource.fixed(NOW));
  }

  @Test
  void aDeadEndpointIsALegToo() throws Exception {
    // Bound and not listening: nobody else can have the port meanwhile.
    try (Socket bound = new Socket();
        Wire wire = wire(Origins.REAL)) {
      bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      URI dead = URI.create("http://127.0.0.1:" + bound.getLocalPort());

      assertThatIOException().isThrownBy(() -> wire.send(Call.get(dead)));

      Leg leg = recorder.legs().getFirst();
      assertThat(leg.outcome()).isEqualTo(Leg.Result.BROKEN);
      assertThat(leg.status()).isNull();
      assertThat(leg.response().problem())
          .isEqualTo("no connection to 127.0.0.1:%d (ConnectException)".formatted(dead.getPort()));
    }
  }

  @Test
  void anEndpointThatHangsUpIsNamed() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Wire wire = wire(Origins.REAL)) {
      URI address = URI.create("http://127.0.0.1:" + server.getLocalPort());
      Thread.ofVirtual().start(() -> hangUp(server));

      assertThatIOException()
          .isThrownBy(() -> wire.send(Call.get(address)))
          .satisfies(
              e ->
                  assertThat(Unanswered.breakage(address, e).message())
                      .isEqualTo(
                          "127.0.0.1:%d closed the connection without an answer"
                              .formatted(address.getPort())));
      assertThat(recorder.legs().getFirst().response().problem())
          .isEqualTo(
              "127.0.0.1:%d closed the connection without an answer (IOException)"
                  .formatted(address.getPort()));
    }
  }

  /** Time and again: the client asks a second time by itself. */
  private static void hangUp(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket caller = server.accept()) {
        // Closing with something unread would be a reset.
        readHead(caller);
      } catch (IOException e) {
        // The client hung up first, or the test is over.
      }
    }
  }

  /** A client may take an answer before it has asked for a stray one. */
  private static void readHead(Socket caller) throws IOException {
    InputStream in = caller.getInputStream();
    String head = "";
    for (int read = in.read(); read >= 0 && !head.endsWith("\r\n\r"); read = in.read()) {
      head += (char) read;
    }
  }

  @Test
  void interruptingTheThreadEndsTheCall() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    AtomicReference<IOException> ended = new AtomicReference<>();
    try (LoopbackServer server =
            LoopbackServer.start(
                0,
                _ -> {
                  asked.countDown();
                  awaitQuietly(held);
                  return Response.empty(200);
                });
        Wire wire = wire(Origins.REAL)) {
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      wire.send(Call.get(server.origin())).close();
                    } catch (IOException e) {
                      ended.set(e);
                    }
                  });
      asked.await();
      caller.interrupt();
      caller.join();
      held.countDown();

      assertThat(ended.get()).isInstanceOf(InterruptedIOException.class);
      assertThat(recorder.legs().getFirst().response().problem()).isEqualTo("cancelled");
    }
  }

  @Test
  void interruptingTheThreadEndsAnAnswerThatStopsInTheMiddle() throws Exception {
    AtomicReference<IOException> ended = new AtomicReference<>();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Wire wire = wire(Origins.REAL)) {
      URI address = URI.create("http://127.0.0.1:" + server.getLocalPort());
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      wire.send(Call.get(address)).close();
                    } catch (IOException e) {
                      ended.set(e);
                    }
                  });
      try (Socket half = server.accept()) {
        readHead(half);
        half.getOutputStream()
            .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nha".getBytes(US_ASCII));
        half.getOutputStream().flush();
        caller.interrupt();
        caller.join();
      }

      assertThat(ended.get()).isInstanceOf(InterruptedIOException.class);
      assertThat(recorder.legs().getFirst().response().problem()).isEqualTo("cancelled");
    }
  }

  /** More of it than the wire keeps for the record, and less than it promises. */
  @Test
  void closingTheWireEndsAnAnswerThatNobodyHasReadToItsEnd() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CountDownLatch read = new CountDownLatch(1);
      Thread.ofVirtual().start(() -> answerHalf(server, 100_000, read));
      Answer unread;
      try (Wire wire = wire(Origins.REAL)) {
        unread = wire.send(Call.get(URI.create("http://127.0.0.1:" + server.getLocalPort())));
      }

      assertThatIOException().isThrownBy(() -> unread.body().readAllBytes());
      read.countDown();
    }
  }

  /** Keeps the connection until somebody says that it is over. */
  private static void answerHalf(ServerSocket server, int bytes, CountDownLatch over) {
    try (Socket caller = server.accept()) {
      readHead(caller);
      String head = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(2 * bytes);
      caller.getOutputStream().write((head + "x".repeat(bytes)).getBytes(US_ASCII));
      caller.getOutputStream().flush();
      awaitQuietly(over);
    } catch (IOException e) {
      // The caller hung up.
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
