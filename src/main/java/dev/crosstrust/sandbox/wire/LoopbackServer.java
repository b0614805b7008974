package dev.crosstrust.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server that listens on 127.0.0.1 and nowhere else, one virtual thread a request. It owns
 * those threads: closing it ends them.
 */
public final class LoopbackServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts listening.
   *
   * @param port the port, or 0 for any free one
   * @throws IOException when the port is taken
   */
  public static LoopbackServer start(int port, Handler handler) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, handler));
    server.start();
    return new LoopbackServer(server, threads);
  }

  /** Where it listens: {@code http://127.0.0.1:port}. */
  public URI origin() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void serve(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      Request request =
          new Request(
              exchange.getRequestMethod(),
              Objects.requireNonNullElse(uri.getRawPath(), "/"),
              Objects.requireNonNullElse(uri.getRawQuery(), ""),
              Request.lowerCase(exchange.getRequestHeaders()),
              exchange.getRequestBody());
      Response response = handler.handle(request);
      response.headers().forEach(exchange.getResponseHeaders()::set);
      // A body that nobody read would be taken for the next request of the connection.
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      boolean bodiless = request.method().equals("HEAD") || response.length() == 0;
      if (bodiless && request.method().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", Long.toString(response.length()));
      }
      exchange.sendResponseHeaders(response.status(), bodiless ? -1 : response.length());
      if (!bodiless) {
        response.body().writeTo(exchange.getResponseBody());
      }
    }
  }
}
