package dev.crosstrust.sandbox.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as it arrived, undecoded where a signature depends on it.
 *
 * @param method upper case, as sent
 * @param rawPath the path before {@code ?}, still percent-encoded
 * @param rawQuery the query after {@code ?}, still percent-encoded; empty when there is none
 * @param headers values by lower-case name, in the order of arrival
 * @param body the body as sent, with chunked transfer coding already removed; read it once
 */
public record Request(
    String method,
    String rawPath,
    String rawQuery,
    Map<String, List<String>> headers,
    InputStream body) {

  /** The first value of a header, by any case of its name. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /** Query parameters, decoded; a parameter without {@code =} has the empty value. */
  public Map<String, List<String>> query() {
    return FormCodec.decode(rawQuery);
  }

  /** The first value of a query parameter, decoded. */
  public Optional<String> queryParameter(String name) {
    List<String> values = query().getOrDefault(name, List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /** The whole body; for messages that are known to be small. */
  public byte[] bodyBytes() throws IOException {
    return body.readAllBytes();
  }

  static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
    Map<String, List<String>> lower = new LinkedHashMap<>();
    headers.forEach(
        (name, values) ->
            lower
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .addAll(values));
    return lower;
  }
}
