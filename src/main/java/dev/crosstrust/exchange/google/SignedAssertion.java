package dev.crosstrust.exchange.google;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.json.webtoken.JsonWebSignature;
import com.google.api.client.json.webtoken.JsonWebToken;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.identity.google.GoogleSource.ServiceAccountKey;
import dev.crosstrust.identity.google.UnusableFileException;
import dev.crosstrust.secret.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a service account's key signs to ask for a token: a JWT of one hour (RFC 7523), as
 * https://developers.google.com/identity/protocols/oauth2/service-account has it.
 */
final class SignedAssertion {
  private static final Duration LIFE = Duration.ofHours(1);

  private SignedAssertion() {}

  /**
   * Signs, with the key read from its file now.
   *
   * @param claim {@code scope} or {@code target_audience}
   */
  static Outcome<Secret> of(ServiceAccountKey key, String claim, String value, Instant now) {
    JsonWebSignature.Header header = new JsonWebSignature.Header();
    header.setAlgorithm("RS256").setType("JWT").setKeyId(key.keyId());
    JsonWebToken.Payload payload =
        new JsonWebToken.Payload()
            .setIssuer(key.email())
            .setAudience(key.tokenUri())
            .setIssuedAtTimeSeconds(now.getEpochSecond())
            .setExpirationTimeSeconds(now.plus(LIFE).getEpochSecond())
            .set(claim, value);
    try {
      return Outcome.done(
          Secret.of(
              JsonWebSignature.signUsingRsaSha256(
                  privateKey(key), GsonFactory.getDefaultInstance(), header, payload)));
    } catch (UnusableFileException e) {
      return Outcome.broken(Kind.LOCAL, String.valueOf(e.getMessage()));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      // The last is what the library's Base64 throws; its text may quote the key.
      return Outcome.broken(
          Kind.LOCAL, "The private key in %s cannot be read".formatted(key.place()));
    }
  }

  private static PrivateKey privateKey(ServiceAccountKey key) throws IOException {
    String pem = key.place().secret("private_key").reveal();
    return Objects.requireNonNull(
        ServiceAccountCredentials.newBuilder().setPrivateKeyString(pem).getPrivateKey());
  }
}
