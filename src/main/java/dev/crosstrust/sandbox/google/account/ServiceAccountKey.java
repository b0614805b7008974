package dev.crosstrust.sandbox.google.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A user-managed key of a service account.
 *
 * @param id 40 hexadecimal digits, the {@code private_key_id} of the key file
 * @param email the account's
 * @param pair both halves
 */
public record ServiceAccountKey(String id, String email, RSAKey pair) {

  /** The private half in PKCS#8, as a key file carries it. */
  public String privateKeyPem() {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    try {
      String body = lines.encodeToString(pair.toPrivateKey().getEncoded());
      return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted("PRIVATE KEY", body);
    } catch (JOSEException e) {
      throw new IllegalStateException("a key generated here has a private half", e);
    }
  }

  @Override
  public String toString() {
    return "ServiceAccountKey[" + id + " of " + email + "]";
  }
}
