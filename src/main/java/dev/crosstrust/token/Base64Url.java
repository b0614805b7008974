package dev.crosstrust.token;

import java.util.Base64;

/**
 * Base64url without padding, read strictly (RFC 7515, 2): libraries skip what does not belong
 * there, and then the same token passes in one place and fails in another.
 */
public final class Base64Url {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Base64Url() {}

  /**
   * @throws IllegalArgumentException says what is wrong, never the text itself
   */
  public static byte[] decode(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (ALPHABET.indexOf(text.charAt(at)) < 0) {
        throw new IllegalArgumentException(foreign(text.charAt(at), at + 1));
      }
    }
    if (text.length() % 4 == 1) {
      throw new IllegalArgumentException(
          "its length, %d characters, is impossible in base64url: something is cut off"
              .formatted(text.length()));
    }
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
      throw new IllegalArgumentException("its last character has bits that belong to no byte");
    }
    return bytes;
  }

  private static String foreign(char found, int position) {
    String what =
        switch (found) {
          case '+', '/' -> "is of plain base64, not of base64url";
          case '=' -> "is padding, which base64url in a token does not have";
          case ' ', '\n', '\r', '\t' -> "is white space";
          default -> "does not belong to base64url";
        };
    return "its character %d %s".formatted(position, what);
  }
}
