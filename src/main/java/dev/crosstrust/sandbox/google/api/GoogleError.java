package dev.crosstrust.sandbox.google.api;

import dev.crosstrust.sandbox.wire.Response;
import java.util.Map;

/**
 * A refusal in Google's words. An exception only inside the sandbox, where it ends the handling of
 * one request and becomes its answer.
 */
public final class GoogleError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Response answer;

  GoogleError(int status, String text, Map<String, ?> body) {
    this(text, Json.answer(status, body));
  }

  private GoogleError(String text, Response answer) {
    super(text, null, false, false);
    this.answer = answer;
  }

  GoogleError with(String header, String value) {
    return new GoogleError(String.valueOf(getMessage()), answer.with(header, value));
  }

  public Response answer() {
    return answer;
  }

  /** The message alone, as downloads are refused. */
  public Response plain() {
    return Response.of(answer.status(), "text/html; charset=UTF-8", String.valueOf(getMessage()));
  }
}
