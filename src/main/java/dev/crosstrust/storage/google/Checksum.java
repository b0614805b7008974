package dev.crosstrust.storage.google;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * The checksum that Cloud Storage keeps of every object: CRC32C, big-endian, in base 64.
 *
 * @see <a href="https://cloud.google.com/storage/docs/data-validation">Data validation</a>
 */
final class Checksum {
  private static final int BUFFER_BYTES = 64 * 1024;

  private Checksum() {}

  /**
   * Reads the whole file.
   *
   * @throws InterruptedIOException when the thread is interrupted, which it stays
   */
  static String of(Path file) throws IOException {
    CRC32C crc = new CRC32C();
    try (InputStream content = new CheckedInputStream(Files.newInputStream(file), crc)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      while (content.read(buffer) >= 0) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("cancelled");
        }
      }
    }
    byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    return Base64.getEncoder().encodeToString(bytes);
  }
}
