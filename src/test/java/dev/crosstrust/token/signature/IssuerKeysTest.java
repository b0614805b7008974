package dev.crosstrust.token.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck.Cause;
import dev.crosstrust.token.signature.SignatureCheck.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerKeysTest {
  private static final Issuer ISSUER = new Issuer("k1");
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private HttpServer server;
  private Wire wire;
  private String discovery = "{\"issuer\":\"%s\",\"jwks_uri\":\"%<s/keys\"}".formatted(Issuer.NAME);
  private String keys = ISSUER.jwks();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(DISCOVERY, 200);
    serve("/keys", 200);
    server.start();
    URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    wire = new Wire(new Origins(Map.of(Issuer.NAME, here)), new Recorder(), InstantSource.system());
  }

  @AfterEach
  void stop() {
    wire.close();
    server.stop(0);
  }

  private void serve(String path, int status) {
    server.createContext(
        path,
        exchange -> {
          String text = path.equals("/keys") ? keys : discovery;
          byte[] body = text.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Location", Issuer.NAME + "/keys");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private SignatureCheck verify(Jwt token) {
    return TokenVerifier.verify(token, KeySource.issuer(wire));
  }

  private void refusedSaying(String reason) {
    SignatureCheck check = verify(ISSUER.token());
    assertThat(check.status()).isEqualTo(Status.UNCHECKED);
    assertThat(check.cause()).isEqualTo(Cause.KEYS_UNREACHABLE);
    assertThat(check.reason()).contains(reason);
  }

  @Test
  void theKeysAreFetchedThroughDiscoveryAndBothCallsAreRecorded() {
    assertThat(verify(ISSUER.token()).status()).isEqualTo(Status.VALID);
    assertThat(wire.recorder().legs().stream().map(Leg::name))
        .containsExactly("issuer.Discovery", "issuer.Keys");
    assertThat(wire.recorder().legs().getLast().request().target())
        .isEqualTo(Issuer.NAME + "/keys");
  }

  @Test
  void anotherIssuersDiscoveryDocumentIsRefused() {
    discovery = discovery.replace("\"issuer\":\"https://issuer", "\"issuer\":\"https://other");
    refusedSaying("names the issuer `https://other.example`, the token `https://issuer.example`");
  }

  @ParameterizedTest
  @CsvSource({
    "http://issuer.example/keys, is not an https address",
    "https://127.0.0.1/keys, is not the address of a public issuer",
    "file:///etc/passwd, is not an https address",
    "not a url, is not a URL",
  })
  void keysElsewhereThanOnAPublicHttpsHostAreNotFetched(String address, String reason) {
    discovery = discovery.replace(Issuer.NAME + "/keys", address);
    refusedSaying(reason);
    assertThat(wire.recorder().legs()).hasSize(1);
  }

  @Test
  void keysAtAKnownAddressNeedNoDiscovery() {
    KeySource known = KeySource.at(wire, Issuer.NAME + "/keys");
    assertThat(TokenVerifier.verify(ISSUER.token(), known).status()).isEqualTo(Status.VALID);
    assertThat(wire.recorder().legs()).hasSize(1);
  }

  @Test
  void aMissingKeysAddressIsSaid() {
    discovery = "{\"issuer\":\"%s\"}".formatted(Issuer.NAME);
    refusedSaying("no `jwks_uri`");
  }

  @Test
  void aPageInsteadOfAnAnswerIsSaid() {
    discovery = "<html>";
    refusedSaying("is not JSON");
  }

  @Test
  void moreThanTheLimitIsNotRead() {
    keys = " ".repeat(PublicDocuments.LIMIT + 1);
    refusedSaying("larger than 262144 bytes");
  }

  @Test
  void aRedirectIsNotFollowed() {
    server.removeContext("/keys");
    serve("/keys", 302);
    refusedSaying("redirects elsewhere (HTTP 302)");
  }

  @Test
  void aRefusalIsSaidWithItsStatus() {
    server.removeContext(DISCOVERY);
    serve(DISCOVERY, 404);
    refusedSaying("answered with HTTP 404");
  }

  @Test
  void aPublishedSharedSecretSignsNothing() {
    keys = "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"k1\",\"k\":\"c2VjcmV0\"}]}";
    SignatureCheck check = verify(ISSUER.token());
    assertThat(check.cause()).isEqualTo(Cause.KEY_NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "{}, names no issuer",
    "{'iss':'http://issuer.example'}, is not an https address",
    "{'iss':'https://localhost'}, is not the address of a public issuer",
    "{'iss':'https://me:pw@issuer.example'}, is not the address of a public issuer",
    "{'iss':'https://issuer.example?x=/keys'}, has a query or fragment",
  })
  void aTokenCannotSendUsAnywhereElse(String claims, String reason) {
    Jwt token = Tokens.jwt(claims.replace('\'', '"'));
    assertThat(verify(token).reason()).contains(reason);
    assertThat(wire.recorder().legs()).isEmpty();
  }
}
