package dev.crosstrust.sandbox.google.api;

import dev.crosstrust.sandbox.wire.Request;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of one method of an API.
 *
 * @param path the variables of the path, decoded
 */
public record ApiCall(Request request, Map<String, String> path) {

  /** A variable of the path, which the method's template has. */
  public String path(String name) {
    return Objects.requireNonNull(path.get(name), name);
  }

  /** A query parameter; empty when absent. */
  public String text(String name) {
    return query(name).orElse("");
  }

  public Optional<String> query(String name) {
    return request.queryParameter(name);
  }

  /**
   * A query parameter that is a whole number.
   *
   * @throws GoogleError 400 when it is none
   */
  public Optional<Long> number(String name) {
    try {
      return query(name).map(Long::valueOf);
    } catch (NumberFormatException e) {
      throw ClassicError.of(400, "invalid", "Invalid value for: %s".formatted(name));
    }
  }

  public boolean flag(String name) {
    return text(name).equals("true");
  }

  /**
   * The object in the body.
   *
   * @throws GoogleError 400 when it is no JSON object
   */
  public ObjectNode json() throws IOException {
    return Json.body(request);
  }

  /** Where the caller has reached this cloud, so that links in answers lead back here. */
  public String origin() {
    return "http://" + request.header("Host").orElse("127.0.0.1");
  }
}
