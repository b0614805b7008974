package dev.crosstrust.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {
  private static final int CONNECT_MILLIS = 2000;

  @Test
  void listensOnNoAddressButLoopback() throws Exception {
    try (LoopbackServer server = LoopbackServer.start(0, _ -> Response.empty(204))) {
      int port = server.origin().getPort();

      assertThat(server.origin()).hasHost("127.0.0.1");
      for (InetAddress other : otherAddresses()) {
        assertThatExceptionOfType(ConnectException.class)
            .as("%s", other)
            .isThrownBy(() -> connect(other, port));
      }
      // Also another address of the loopback range is not listened on.
      assertThatIOException().isThrownBy(() -> connect(InetAddress.getByName("127.0.0.2"), port));
    }
  }

  @Test
  void givesThePathAndQueryAsTheyWereSent() throws Exception {
    try (LoopbackServer server =
        LoopbackServer.start(
            0,
            request ->
                Response.of(200, "text/plain", request.rawPath() + "|" + request.rawQuery()))) {

      assertThat(get(server.origin().resolve("/a%2Fb//c?x=%20&y")).body())
          .isEqualTo("/a%2Fb//c|x=%20&y");
    }
  }

  @Test
  void aHandlerThatFailsBreaksTheConnectionAndNotTheServer() throws Exception {
    try (LoopbackServer server =
        LoopbackServer.start(
            0,
            request -> {
              if (request.rawPath().equals("/reset")) {
                throw new IOException("on purpose");
              }
              return Response.of(200, "text/plain", "still here");
            })) {
      assertThatIOException().isThrownBy(() -> get(server.origin().resolve("/reset")));
      assertThat(get(server.origin().resolve("/")).body()).isEqualTo("still here");
    }
  }

  @Test
  void aHeadAnswerHasTheLengthThatGetWouldHave() throws Exception {
    byte[] content = "twelve bytes".getBytes(StandardCharsets.UTF_8);
    try (LoopbackServer server =
            LoopbackServer.start(0, _ -> Response.of(200, "text/plain", content));
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> head =
          client.send(
              HttpRequest.newBuilder(server.origin()).HEAD().build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(head.headers().firstValueAsLong("content-length")).hasValue(12);
      assertThat(head.body()).isEmpty();
    }
  }

  private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static void connect(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
    }
  }

  private static List<InetAddress> otherAddresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .filter(address -> !(address instanceof Inet6Address))
        .toList();
  }
}
