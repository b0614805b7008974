package dev.crosstrust.sandbox.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One HTTP answer.
 *
 * @param status the status code
 * @param headers by name, as they are to be sent
 * @param length bytes of the body; with HEAD the length that GET would have
 * @param body writes the body
 */
public record Response(int status, Map<String, String> headers, long length, Body body) {

  /** Writes a body when its turn comes, so that large objects are never held in memory twice. */
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /** An answer without a body. */
  public static Response empty(int status) {
    return new Response(status, Map.of(), 0, _ -> {});
  }

  /** An answer with these bytes. */
  public static Response of(int status, String contentType, byte[] body) {
    return new Response(
        status, Map.of("Content-Type", contentType), body.length, out -> out.write(body));
  }

  /** An answer with this text, in UTF-8. */
  public static Response of(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** The same answer with one header more. */
  public Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, length, body);
  }
}
