package dev.crosstrust.sandbox.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.IdTokenProvider;
import com.google.auth.oauth2.ImpersonatedCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import com.nimbusds.jwt.SignedJWT;
import dev.crosstrust.sandbox.google.token.Scopes;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Google's own library, over a socket; it believes to talk to the real hosts. */
class GoogleAuthLibraryTest {
  private static final Seed SEED = Seed.at(InstantSource.system());
  private static final List<String> SCOPES = List.of(Scopes.CLOUD_PLATFORM);

  private static LoopbackServer server;

  @BeforeAll
  static void start() throws IOException {
    server = LoopbackServer.start(0, SEED.cloud());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpTransportFactory loopback() {
    return () ->
        new NetHttpTransport.Builder()
            .setConnectionFactory(url -> (HttpURLConnection) moved(url).openConnection())
            .build();
  }

  private static URL moved(URL url) throws IOException {
    return server.origin().resolve(url.getFile()).toURL();
  }

  private static ServiceAccountCredentials keyHolder(URI tokenUri) throws IOException {
    var key = SEED.newKey();
    return ServiceAccountCredentials.newBuilder()
        .setClientEmail(Seed.RUNNER)
        .setPrivateKeyString(key.privateKeyPem())
        .setPrivateKeyId(key.id())
        .setTokenServerUri(tokenUri)
        .setScopes(SCOPES)
        .setHttpTransportFactory(loopback())
        .build();
  }

  private static Map<String, Object> claims(IdTokenProvider from, IdTokenProvider.Option... options)
      throws IOException, ParseException {
    var token = from.idTokenWithAudience("sts.amazonaws.com", List.of(options));
    return SignedJWT.parse(token.getTokenValue()).getJWTClaimsSet().toJSONObject();
  }

  @Test
  void aServiceAccountKeyGivesBothKindsOfToken() throws Exception {
    ServiceAccountCredentials credentials = keyHolder(server.origin().resolve("/token"));

    assertThat(credentials.refreshAccessToken().getTokenValue()).startsWith("ya29.");
    assertThat(claims(credentials))
        .containsEntry("aud", "sts.amazonaws.com")
        .containsEntry("azp", Seed.RUNNER);
  }

  @Test
  void aKeyFileWithTheRealTokenUriWorksBehindARewritingTransport() throws IOException {
    ServiceAccountCredentials credentials =
        keyHolder(URI.create("https://oauth2.googleapis.com/token"));

    assertThat(credentials.refreshAccessToken().getTokenValue()).startsWith("ya29.");
  }

  @Test
  void aUsersIdTokenIgnoresTheAudience() throws Exception {
    UserCredentials credentials =
        UserCredentials.newBuilder()
            .setClientId(Seed.GCLOUD)
            .setClientSecret("any")
            .setRefreshToken(SEED.refreshToken().value())
            .setHttpTransportFactory(loopback())
            .build();

    assertThat(claims(credentials))
        .containsEntry("aud", Seed.GCLOUD)
        .containsEntry("azp", Seed.GCLOUD)
        .containsEntry("sub", Seed.USER_ID);
  }

  @Test
  void impersonationGivesTheNumericAzpAndTheEmailOnRequest() throws Exception {
    ImpersonatedCredentials credentials =
        impersonated(keyHolder(server.origin().resolve("/token")));

    assertThat(credentials.refreshAccessToken().getTokenValue()).startsWith("ya29.");
    assertThat(claims(credentials))
        .containsEntry("aud", "sts.amazonaws.com")
        .containsEntry("azp", Seed.TARGET_ID)
        .doesNotContainKey("email");
    assertThat(claims(credentials, IdTokenProvider.Option.INCLUDE_EMAIL))
        .containsEntry("email", Seed.TARGET);
  }

  private static ImpersonatedCredentials impersonated(GoogleCredentials source) {
    return ImpersonatedCredentials.newBuilder()
        .setSourceCredentials(source)
        .setTargetPrincipal(Seed.TARGET)
        .setScopes(SCOPES)
        .setLifetime(300)
        .setHttpTransportFactory(loopback())
        .build();
  }
}
