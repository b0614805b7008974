package dev.crosstrust.evidence.google;

import dev.crosstrust.evidence.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * The content of an object, whose end comes only when its checksum is the one that Cloud Storage
 * sent ahead of it. The library holds back its own check where the headers name the stored
 * encoding, which the service's always do.
 *
 * @see <a
 *     href="https://cloud.google.com/storage/docs/json_api/v1/parameters#xgooghash">x-goog-hash</a>
 */
final class CheckedContent extends CheckedInputStream {
  private static final String CRC32C_IS = "crc32c=";

  private final String wanted;

  private CheckedContent(InputStream content, String wanted) {
    super(content, new CRC32C());
    this.wanted = wanted;
  }

  /** The body of an answer: checked where it is a whole object, as it is stored. */
  static InputStream of(Answer answer) {
    return answer.status() == 200 && isAsStored(answer)
        ? wanted(answer)
            .<InputStream>map(checksum -> new CheckedContent(answer.body(), checksum))
            .orElse(answer.body())
        : answer.body();
  }

  /** What is unpacked on its way has the checksum of the package. */
  private static boolean isAsStored(Answer answer) {
    String stored = answer.header("x-goog-stored-content-encoding").orElse("identity");
    return stored.equals("identity") || answer.header("content-encoding").isPresent();
  }

  private static Optional<String> wanted(Answer answer) {
    return answer.headers().getOrDefault("x-goog-hash", List.of()).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(value -> value.startsWith(CRC32C_IS))
        .map(value -> value.substring(CRC32C_IS.length()))
        .findFirst();
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read < 0) {
      check();
    }
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    if (read < 0) {
      check();
    }
    return read;
  }

  private void check() throws IOException {
    byte[] bytes =
        ByteBuffer.allocate(Integer.BYTES).putInt((int) getChecksum().getValue()).array();
    String has = Base64.getEncoder().encodeToString(bytes);
    if (!has.equals(wanted)) {
      throw new IOException(
          "what arrived has the CRC32C checksum %s, and should have %s".formatted(has, wanted));
    }
  }
}
