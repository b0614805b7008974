package dev.crosstrust.ui.routes;

import dev.crosstrust.evidence.Leg;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A leg's request and answer as they are read: first line, headers, body. */
final class LegDetail {
  private LegDetail() {}

  static String request(Leg leg) {
    Leg.Sent sent = leg.request();
    return text("%s %s".formatted(sent.method(), sent.target()), sent.headers(), sent.body());
  }

  static String response(Leg leg) {
    Leg.Received received = leg.response();
    String first =
        received.problem() == null
            ? "%s from %s after %d ms".formatted(leg.status(), leg.endpoint(), leg.millis())
            : "No answer from %s after %d ms: %s"
                .formatted(leg.endpoint(), leg.millis(), received.problem());
    return text(first, received.headers(), received.body());
  }

  private static String text(String first, Map<String, String> headers, @Nullable String body) {
    StringBuilder text = new StringBuilder(first).append('\n');
    new TreeMap<>(headers)
        .forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    if (body != null) {
      text.append('\n').append(body.strip()).append('\n');
    }
    return text.toString();
  }
}
