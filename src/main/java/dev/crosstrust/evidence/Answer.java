package dev.crosstrust.evidence;

import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP answer, as it came: what a caller needs, secrets included. The evidence of it is the
 * leg.
 *
 * @param headers values by lower-case name
 * @param body to be read once and closed
 */
public record Answer(int status, Map<String, List<String>> headers, InputStream body)
    implements AutoCloseable {

  public Optional<String> header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
  }

  /**
   * The body as text.
   *
   * @param limit in bytes; what exceeds it is an error, so that no server can fill the memory
   */
  public String text(int limit) throws IOException {
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new BrokenCallException(
          Kind.NOT_UNDERSTOOD, "the answer is larger than %d bytes".formatted(limit));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  @Override
  public String toString() {
    return "Answer[%d]".formatted(status);
  }
}
