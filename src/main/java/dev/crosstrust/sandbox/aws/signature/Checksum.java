package dev.crosstrust.sandbox.aws.signature;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The checksums S3 computes over an object, sent in base64 as {@code x-amz-checksum-…}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html">
 *     Checking object integrity</a>
 */
enum Checksum {
  CRC32("x-amz-checksum-crc32"),
  CRC32C("x-amz-checksum-crc32c"),
  CRC64NVME("x-amz-checksum-crc64nvme"),
  SHA1("x-amz-checksum-sha1"),
  SHA256("x-amz-checksum-sha256");

  private final String header;

  Checksum(String header) {
    this.header = header;
  }

  /** The header or trailer that carries it, in lower case. */
  String header() {
    return header;
  }

  Digest start() {
    return switch (this) {
      case CRC32 -> crc(new CRC32(), Integer.BYTES);
      case CRC32C -> crc(new CRC32C(), Integer.BYTES);
      case CRC64NVME -> crc(new Crc64Nvme(), Long.BYTES);
      case SHA1 -> Digest.of("SHA-1");
      case SHA256 -> Digest.of("SHA-256");
    };
  }

  private static Digest crc(java.util.zip.Checksum crc, int width) {
    return new Digest() {
      @Override
      public void update(byte[] bytes, int from, int count) {
        crc.update(bytes, from, count);
      }

      @Override
      public byte[] value() {
        byte[] whole = ByteBuffer.allocate(Long.BYTES).putLong(crc.getValue()).array();
        return Arrays.copyOfRange(whole, Long.BYTES - width, Long.BYTES);
      }
    };
  }
}
