package dev.crosstrust.sandbox.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.SignedJWT;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a handler as a client would, without a socket in between. */
public record Call(Handler handler) {
  private static final String HOST = "127.0.0.1:8081";

  /** What came back. */
  public record Answer(int status, Map<String, String> headers, String body) {
    public JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    public String text(String field) {
      return json().path(field).asString();
    }

    Map<String, Object> claims(String field) {
      try {
        return SignedJWT.parse(text(field)).getJWTClaimsSet().toJSONObject();
      } catch (ParseException e) {
        throw new AssertionError("no JWT in " + field, e);
      }
    }
  }

  /** A form of names and values. */
  public Answer form(Map<String, String> fields) throws IOException {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send("POST", "/token", "", Map.of(), body.getBytes(UTF_8));
  }

  Answer post(String path, String bearer, String json) throws IOException {
    Map<String, String> headers = Map.of("authorization", "Bearer " + bearer);
    return send("POST", path, "", headers, json.getBytes(UTF_8));
  }

  Answer get(String path) throws IOException {
    return send("GET", path, "", Map.of(), new byte[0]);
  }

  /** A request as it is. */
  public Answer send(
      String method, String path, String query, Map<String, String> headers, byte[] body)
      throws IOException {
    var all =
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    all.put("host", List.of(HOST));
    Response response =
        handler.handle(new Request(method, path, query, all, new ByteArrayInputStream(body)));
    var out = new ByteArrayOutputStream();
    response.body().writeTo(out);
    return new Answer(response.status(), response.headers(), out.toString(UTF_8));
  }
}
