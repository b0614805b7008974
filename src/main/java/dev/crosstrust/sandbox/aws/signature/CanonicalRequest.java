package dev.crosstrust.sandbox.aws.signature;

import dev.crosstrust.sandbox.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The text of a request over which a signature is made.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">
 *     Create a signed AWS API request</a>
 */
record CanonicalRequest(String text) {

  /**
   * @param payloadHash the last line: a hash in hex, or a word like {@code UNSIGNED-PAYLOAD}
   */
  static CanonicalRequest of(
      Request request, List<String> signedHeaders, Dialect dialect, String payloadHash) {
    String path = request.rawPath().isEmpty() ? "/" : request.rawPath();
    return new CanonicalRequest(
        String.join(
            "\n",
            request.method(),
            // S3's keys may hold "//" and "..", so S3 alone takes the path as it comes.
            dialect == Dialect.S3
                ? UriEncoding.canonicalPath(path)
                : UriEncoding.encodePath(normalised(path)),
            query(request.rawQuery()),
            headers(request.headers(), signedHeaders),
            String.join(";", signedHeaders),
            payloadHash));
  }

  String hash() {
    return Crypto.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String normalised(String path) {
    Deque<String> kept = new ArrayDeque<>();
    List<String> segments = Arrays.asList(path.split("/", -1));
    for (String segment : segments) {
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.addLast(segment);
      }
    }
    boolean folder = List.of("", ".", "..").contains(segments.getLast()) && !kept.isEmpty();
    return "/" + String.join("/", kept) + (folder ? "/" : "");
  }

  private static String query(String rawQuery) {
    return Arrays.stream(rawQuery.split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .map(Parameter::parse)
        .filter(parameter -> !parameter.name().equals("X-Amz-Signature"))
        .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
        .map(parameter -> parameter.name() + "=" + parameter.value())
        .collect(Collectors.joining("&"));
  }

  /** A query parameter, both parts in canonical encoding. */
  private record Parameter(String name, String value) {
    static Parameter parse(String pair) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      return new Parameter(
          UriEncoding.canonicalQueryPart(name), UriEncoding.canonicalQueryPart(value));
    }
  }

  private static String headers(Map<String, List<String>> headers, List<String> signed) {
    return signed.stream()
        .map(name -> name + ":" + value(headers.getOrDefault(name, List.of())) + "\n")
        .collect(Collectors.joining());
  }

  private static String value(List<String> values) {
    return values.stream()
        .map(value -> value.strip().replaceAll("\\s+", " "))
        .collect(Collectors.joining(","));
  }
}
