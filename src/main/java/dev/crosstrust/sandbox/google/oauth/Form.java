package dev.crosstrust.sandbox.google.oauth;

import dev.crosstrust.sandbox.wire.FormCodec;
import dev.crosstrust.sandbox.wire.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a token request. An empty one counts as absent (RFC 6749 section 3.2).
 *
 * @param origin where the client sent it, for example {@code http://127.0.0.1:8081}
 */
record Form(Map<String, List<String>> values, String origin) {
  static Form read(Request request) throws IOException {
    String body = new String(request.bodyBytes(), StandardCharsets.UTF_8);
    return new Form(FormCodec.decode(body), "http://" + request.header("Host").orElse(""));
  }

  Optional<String> get(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .findFirst()
        .filter(value -> !value.isEmpty());
  }

  @Override
  public String toString() {
    return "Form" + values.keySet();
  }
}
