package dev.crosstrust.token.signature;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which key a signature algorithm needs (RFC 7518, 3.1; RFC 8037, 3.1; RFC 9864). */
enum KeyType {
  SYMMETRIC("HS(?:256|384|512)", "oct", ""),
  RSA("[RP]S(?:256|384|512)", "RSA", ""),
  P256("ES256", "EC", "P-256"),
  P384("ES384", "EC", "P-384"),
  P521("ES512", "EC", "P-521"),
  ED25519("EdDSA|Ed25519", "OKP", "Ed25519");

  private final Pattern algorithms;
  private final String kty;
  private final String curve;

  KeyType(String algorithms, String kty, String curve) {
    this.algorithms = Pattern.compile(algorithms);
    this.kty = kty;
    this.curve = curve;
  }

  /** Empty when nothing here can check this algorithm. */
  static Optional<KeyType> of(String algorithm) {
    return Arrays.stream(values())
        .filter(type -> type.algorithms.matcher(algorithm).matches())
        .findFirst();
  }

  boolean isOf(String keyType, String keyCurve) {
    return kty.equals(keyType) && (curve.isEmpty() || curve.equals(keyCurve));
  }

  /** For people. */
  String describe() {
    return curve.isEmpty() ? kty : kty + " " + curve;
  }
}
