package dev.crosstrust.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A token, key or password. It prints as a fingerprint; the value is had by {@link #reveal()} only,
 * so that every use of it can be found.
 */
public final class Secret {
  private static final int FINGERPRINT_BYTES = 6;

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  public static Secret of(String value) {
    return new Secret(value);
  }

  /** The value itself: to be sent or, after a deliberate act of the user, shown. */
  public String reveal() {
    return value;
  }

  /** Tells two secrets apart without saying either: {@code sha256:} and twelve hex digits. */
  public String fingerprint() {
    return fingerprint(value);
  }

  static String fingerprint(String value) {
    byte[] hash = sha256().digest(value.getBytes(StandardCharsets.UTF_8));
    return "sha256:" + HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return Redactor.mask(value);
  }
}
