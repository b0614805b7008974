package dev.crosstrust.sandbox.aws.signature;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A secret key narrowed to one scope. */
final class SigningKey {
  private final byte[] key;

  private SigningKey(byte[] key) {
    this.key = key;
  }

  static SigningKey derive(String secretAccessKey, Scope scope) {
    byte[] key = ("AWS4" + secretAccessKey).getBytes(StandardCharsets.UTF_8);
    key = Crypto.hmacSha256(key, scope.date());
    key = Crypto.hmacSha256(key, scope.region());
    key = Crypto.hmacSha256(key, scope.service());
    return new SigningKey(Crypto.hmacSha256(key, "aws4_request"));
  }

  /** The signature of a text, in hex. */
  String sign(String text) {
    return HexFormat.of().formatHex(Crypto.hmacSha256(key, text));
  }
}
