package dev.crosstrust.sandbox.google.storage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Small protocol buffers in base64, as Cloud Storage writes its entity tags and page tokens; for
 * example {@code CAE=} is field 1 with the value 1.
 */
final class Etag {
  private static final int VARINT = 0;
  private static final int BYTES = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Etag() {}

  static String ofBucket(long metageneration) {
    return new Etag().number(1, metageneration).base64();
  }

  static String ofObject(long generation, long metageneration) {
    return new Etag().number(1, generation).number(2, metageneration).base64();
  }

  /** The token of the page behind this name. */
  static String pageToken(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    Etag token = new Etag().varint((1 << 3) | BYTES).varint(bytes.length);
    token.out.writeBytes(bytes);
    return token.base64();
  }

  /**
   * The name in a page token.
   *
   * @throws IllegalArgumentException when it is none
   */
  static String name(String pageToken) {
    byte[] bytes = Base64.getDecoder().decode(pageToken);
    int start = 1;
    while (start < bytes.length && bytes[start] < 0) {
      start++;
    }
    start++;
    if (start > bytes.length || bytes[0] != ((1 << 3) | BYTES)) {
      throw new IllegalArgumentException("no page token");
    }
    return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
  }

  private Etag number(int field, long value) {
    return varint(((long) field << 3) | VARINT).varint(value);
  }

  private Etag varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  private String base64() {
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }
}
