package dev.crosstrust.exchange.aws;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A new P-256 key in the form of RFC 5915, as {@code aws login} keeps it. */
final class Sec1Key {
  private static final int BYTES = 32;

  private Sec1Key() {}

  /** One line a 64 characters, lines ended by an escaped line feed: ready for JSON. */
  static String jsonPem() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    HexFormat hex = HexFormat.of();
    der.writeBytes(hex.parseHex("30770201010420"));
    der.writeBytes(fixed(((ECPrivateKey) pair.getPrivate()).getS()));
    der.writeBytes(hex.parseHex("a00a06082a8648ce3d030107a14403420004"));
    ECPublicKey open = (ECPublicKey) pair.getPublic();
    der.writeBytes(fixed(open.getW().getAffineX()));
    der.writeBytes(fixed(open.getW().getAffineY()));
    String label = "EC PRIVATE " + "KEY-----";
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der.toByteArray());
    return "-----BEGIN %s\n%s\n-----END %s\n".formatted(label, base64, label).replace("\n", "\\n");
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[BYTES];
    int start = Math.max(0, bytes.length - BYTES);
    byte[] tail = Arrays.copyOfRange(bytes, start, bytes.length);
    System.arraycopy(tail, 0, fixed, BYTES - tail.length, tail.length);
    return fixed;
  }
}
