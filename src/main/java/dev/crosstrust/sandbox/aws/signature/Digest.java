package dev.crosstrust.sandbox.aws.signature;

import java.security.MessageDigest;

/** A sum over bytes as they pass by. */
interface Digest {
  void update(byte[] bytes, int from, int count);

  /** The sum, big end first; asked for once, at the end. */
  byte[] value();

  static Digest of(String algorithm) {
    MessageDigest digest = Crypto.digest(algorithm);
    return new Digest() {
      @Override
      public void update(byte[] bytes, int from, int count) {
        digest.update(bytes, from, count);
      }

      @Override
      public byte[] value() {
        return digest.digest();
      }
    };
  }
}
