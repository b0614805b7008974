package dev.crosstrust.token.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * Ed25519 (RFC 8032) by the JDK; the JOSE library would want another library for it. Neither AWS
 * nor Google takes such tokens, but the lens reads any.
 */
final class Ed25519 {
  /** What stands before the 32 bytes of the point in a SubjectPublicKeyInfo (RFC 8410, 4). */
  private static final String PREFIX = "302a300506032b6570032100";

  private Ed25519() {}

  static boolean verifies(byte[] point, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    byte[] encoded = HexFormat.of().parseHex(PREFIX + HexFormat.of().formatHex(point));
    PublicKey key =
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(key);
    verifier.update(message);
    try {
      return verifier.verify(signature);
    } catch (SignatureException e) {
      // Not even the form of a signature: wrong length, or a number out of range.
      return false;
    }
  }
}
