package dev.crosstrust.sandbox.aws.account;

import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes ids and secrets of the shape AWS gives them. */
public final class Identifiers {
  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int UNIQUE_ID_TAIL = 17;
  private static final int ACCESS_KEY_TAIL = 16;
  private static final int SECRET_BYTES = 30;

  private final RandomGenerator random;

  /** Draws from this source alone, so that a seeded one makes the same cloud again. */
  public Identifiers(RandomGenerator random) {
    this.random = random;
  }

  /** A unique id of IAM, for example with the prefix {@code AROA}: 21 characters. */
  String uniqueId(String prefix) {
    return prefix + base32(UNIQUE_ID_TAIL);
  }

  /** An access key id, with {@code AKIA} for lasting and {@code ASIA} for passing ones. */
  String accessKeyId(String prefix) {
    return prefix + base32(ACCESS_KEY_TAIL);
  }

  /** A secret access key: 40 characters. */
  String secretAccessKey() {
    return base64(SECRET_BYTES);
  }

  /** A session token of so many characters. */
  String sessionToken(int length) {
    return base64(length * 3 / 4 + 3).substring(0, length);
  }

  /** The URL of an account's own issuer. */
  String outboundIssuer() {
    return "https://" + uuid() + ".tokens.sts.global.api.aws";
  }

  private synchronized UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private synchronized String base32(int length) {
    StringBuilder text = new StringBuilder();
    random.ints(length, 0, BASE_32.length()).forEach(at -> text.append(BASE_32.charAt(at)));
    return text.toString();
  }

  private synchronized String base64(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
