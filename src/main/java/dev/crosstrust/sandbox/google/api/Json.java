package dev.crosstrust.sandbox.google.api;

import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as Google writes and reads it. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectNameValueSpacing(Separators.Spacing.AFTER)))
          .build();

  private Json() {}

  /** An answer with this value, laid out as Google's are. */
  public static Response answer(int status, Object body) {
    return Response.of(
        status, "application/json; charset=UTF-8", MAPPER.writeValueAsString(body) + "\n");
  }

  /**
   * The object in the body of an API call; an empty body is an empty object.
   *
   * @throws GoogleError 400 when it is no JSON object
   */
  public static ObjectNode body(Request request) throws IOException {
    return object(request.bodyBytes());
  }

  /** An object without fields. */
  public static ObjectNode empty() {
    return MAPPER.createObjectNode();
  }

  /**
   * The object in these bytes; none are an empty object.
   *
   * @throws GoogleError 400 when it is no JSON object
   */
  public static ObjectNode object(byte[] bytes) {
    if (bytes.length == 0) {
      return empty();
    }
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException malformed) {
      // Answered below: Google says the same of every body that it cannot read.
    }
    throw ApiError.invalidArgument("Invalid JSON payload received. Unexpected token.");
  }
}
