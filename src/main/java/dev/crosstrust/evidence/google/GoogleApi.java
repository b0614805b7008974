package dev.crosstrust.evidence.google;

import dev.crosstrust.evidence.Answer;
import dev.crosstrust.evidence.Call;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Unanswered;
import dev.crosstrust.evidence.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request to a Google service, one leg, one outcome. */
public final class GoogleApi {
  private static final int ANSWER_BYTES = 1024 * 1024;

  private final Wire wire;

  /**
   * @param wire not closed with this
   */
  public GoogleApi(Wire wire) {
    this.wire = wire;
  }

  /** Asks an OAuth token endpoint (RFC 6749). */
  public Outcome<JsonNode> form(Label label, URI address, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(label, Call.post(address, "application/x-www-form-urlencoded", body));
  }

  /** Reads from an API with an access token. */
  public Outcome<JsonNode> get(Label label, URI address, String accessToken) {
    Map<String, List<String>> headers = Map.of("Authorization", List.of("Bearer " + accessToken));
    return send(label, new Call("GET", address, headers, null));
  }

  /** Calls an API with an access token. */
  public Outcome<JsonNode> json(Label label, URI address, String accessToken, Map<String, ?> body) {
    Map<String, List<String>> headers =
        Map.of(
            "Authorization", List.of("Bearer " + accessToken),
            "Content-Type", List.of("application/json; charset=utf-8"));
    byte[] bytes = JsonMapper.shared().writeValueAsBytes(body);
    return send(label, new Call("POST", address, headers, Call.Content.of(bytes)));
  }

  /** A segment of a path: unlike in a form, a space is %20 and the at sign is itself. */
  public static String segment(String value) {
    return encoded(value).replace("+", "%20").replace("%40", "@");
  }

  /** A value of a form or a query. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private Outcome<JsonNode> send(Label label, Call call) {
    String host = String.valueOf(call.address().getHost());
    try (Answer answer = Recorder.during(label, () -> wire.send(call))) {
      String requestId = answer.header("x-request-id").orElse(null);
      return new GoogleAnswer(label, host, answer.status(), answer.text(ANSWER_BYTES), requestId)
          .read();
    } catch (IOException e) {
      return new Outcome.Broken<>(Unanswered.breakage(call.address(), e));
    }
  }
}
