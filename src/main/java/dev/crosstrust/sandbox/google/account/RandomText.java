package dev.crosstrust.sandbox.google.account;

import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Unguessable text for ids and opaque tokens. */
public final class RandomText {
  private RandomText() {}

  /** So many random bytes in hexadecimal, as key ids are written. */
  public static String hex(RandomGenerator random, int bytes) {
    return HexFormat.of().formatHex(bytes(random, bytes));
  }

  /** So many random bytes in base64url without padding. */
  public static String base64Url(RandomGenerator random, int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, bytes));
  }

  private static byte[] bytes(RandomGenerator random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
