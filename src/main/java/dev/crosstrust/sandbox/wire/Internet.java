package dev.crosstrust.sandbox.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The net as the clouds see each other: who answers under which real name. What one cloud asks the
 * other goes through here, not over a socket. Safe for many threads.
 */
public final class Internet {
  private final Map<String, Handler> bySuffix = new ConcurrentHashMap<>();

  /** An answer, read to its end as text. */
  public record Answer(int status, String body) {}

  /** From now on this handler answers for all hosts whose names end like this. */
  public Internet domain(String suffix, Handler handler) {
    bySuffix.put(suffix, handler);
    return this;
  }

  /** Fetches a document. */
  public Answer get(URI url) throws IOException {
    return send("GET", url, Map.of());
  }

  /**
   * Sends a request without a body.
   *
   * @param headers by lower-case name; {@code host} is added when it is not there
   * @throws UnknownHostException when nobody answers under this name
   */
  public Answer send(String method, URI url, Map<String, List<String>> headers) throws IOException {
    String host = Objects.requireNonNullElse(url.getHost(), "");
    Map<String, List<String>> all = new LinkedHashMap<>(headers);
    all.putIfAbsent("host", List.of(host));
    String path = Objects.requireNonNullElse(url.getRawPath(), "");
    Response response =
        handler(host)
            .handle(
                new Request(
                    method,
                    path.isEmpty() ? "/" : path,
                    Objects.requireNonNullElse(url.getRawQuery(), ""),
                    all,
                    new ByteArrayInputStream(new byte[0])));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    response.body().writeTo(body);
    return new Answer(response.status(), body.toString(StandardCharsets.UTF_8));
  }

  private Handler handler(String host) throws UnknownHostException {
    return bySuffix.entrySet().stream()
        .filter(it -> host.endsWith(it.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new UnknownHostException(host));
  }
}
