package dev.crosstrust.sandbox.wire;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** Where RSA keys of 2048 bits come from. One takes a fraction of a second to make. */
@FunctionalInterface
public interface KeySource {
  /** The size of Google's own keys. */
  int BITS = 2048;

  /** The next key: each is handed out once. */
  KeyPair next();

  /** Makes a new key; cannot be cut short. */
  static KeyPair make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("RSA is part of every JDK", e);
    }
  }
}
