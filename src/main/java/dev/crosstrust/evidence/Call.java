package dev.crosstrust.evidence;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call to be made.
 *
 * @param address the real address, before {@link Origins}
 * @param content null when there is none
 */
public record Call(
    String method, URI address, Map<String, List<String>> headers, @Nullable Content content) {

  /**
   * A body.
   *
   * @param length in bytes
   * @param open gives it from its start
   */
  public record Content(long length, Supplier<InputStream> open) {
    public static Content of(byte[] bytes) {
      return new Content(bytes.length, () -> new ByteArrayInputStream(bytes));
    }
  }

  public static Call get(URI address) {
    return new Call("GET", address, Map.of(), null);
  }

  /** A POST of text in UTF-8. */
  public static Call post(URI address, String contentType, String body) {
    return new Call(
        "POST",
        address,
        Map.of("Content-Type", List.of(contentType)),
        Content.of(body.getBytes(StandardCharsets.UTF_8)));
  }
}
