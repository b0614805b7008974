package dev.crosstrust.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads files of settings, tokens and credentials. Their paths come from other files, so that any
 * of them may be a device without end: no more is read than such a file can have.
 */
public final class BoundedFile {
  /** In bytes. Real ones have a few thousand. */
  public static final int USUAL_LIMIT = 1024 * 1024;

  private BoundedFile() {}

  /** The file has more bytes than it may. */
  public static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private TooLargeException(Path file, int limit) {
      super("%s has more than %d bytes".formatted(file, limit));
    }
  }

  /**
   * Its bytes.
   *
   * @param limit in bytes
   * @throws TooLargeException when it has more
   */
  public static byte[] bytes(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new TooLargeException(file, limit);
      }
      return bytes;
    }
  }

  /**
   * Its text.
   *
   * @param limit in bytes
   * @throws TooLargeException when it has more
   * @throws CharacterCodingException when it is not UTF-8
   */
  public static String text(Path file, int limit) throws IOException {
    byte[] bytes = bytes(file, limit);
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** Its text, up to the {@link #USUAL_LIMIT}. */
  public static String text(Path file) throws IOException {
    return text(file, USUAL_LIMIT);
  }
}
