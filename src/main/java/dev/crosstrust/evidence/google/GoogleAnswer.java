package dev.crosstrust.evidence.google;

import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.secret.Redactor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what Google answers: a JSON object, or a refusal in one of its two envelopes, that of its
 * APIs ({@code google.rpc.Status}) and that of OAuth (RFC 6749, section 5.2).
 *
 * @param host who was asked, for the sentence that says what is wrong
 */
public record GoogleAnswer(
    Label label, String host, int status, String body, @Nullable String requestId) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What was given, or the refusal. */
  public Outcome<JsonNode> read() {
    JsonNode json = parsed();
    if (status >= 200 && status < 300) {
      return json == null ? notUnderstood("no JSON") : Outcome.done(json);
    }
    if (json == null || !json.has("error")) {
      return notUnderstood(body.isBlank() ? "nothing else" : "no error of Google's");
    }
    Refusal refusal = refusal(json.path("error"), json);
    return status >= 400 && status < 500
        ? new Outcome.Refused<>(refusal)
        : notUnderstood(refusal.message());
  }

  /** A text member of a good answer. */
  public static Outcome<String> member(JsonNode answer, String name, String host) {
    String value = text(answer, name);
    return value == null
        ? Outcome.broken(Kind.NOT_UNDERSTOOD, "%s answered without \"%s\"".formatted(host, name))
        : Outcome.done(value);
  }

  /** A text member; null where it is absent or blank. */
  public static @Nullable String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
  }

  private @Nullable JsonNode parsed() {
    try {
      JsonNode json = JSON.readTree(body);
      return json.isObject() ? json : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private Refusal refusal(JsonNode error, JsonNode whole) {
    return error.isObject()
        ? refusal(text(error, "status"), text(error, "message"))
        : refusal(error.asString(""), oauthMessage(whole));
  }

  private Refusal refusal(@Nullable String code, @Nullable String message) {
    String said = message == null ? String.valueOf(code) : message;
    return new Refusal(
        label.service(), label.operation(), status, code, new Redactor().text(said), requestId);
  }

  /** The sub-type is Google's own: it says that the user must authenticate again. */
  private static @Nullable String oauthMessage(JsonNode whole) {
    String description = text(whole, "error_description");
    String subtype = text(whole, "error_subtype");
    if (subtype == null) {
      return description;
    }
    return (description == null ? "" : description + " ") + "(" + subtype + ")";
  }

  private <T> Outcome<T> notUnderstood(String what) {
    return Outcome.broken(
        Kind.NOT_UNDERSTOOD, "%s answered with status %d and %s".formatted(host, status, what));
  }
}
