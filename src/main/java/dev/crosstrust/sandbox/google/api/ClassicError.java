package dev.crosstrust.sandbox.google.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refusals of Google's older JSON APIs, Cloud Storage and BigQuery: like those of {@link ApiError},
 * with a list {@code errors} that says {@code domain} and {@code reason}.
 *
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1/status-codes">Status codes of
 *     Cloud Storage</a>
 */
public final class ClassicError {
  private ClassicError() {}

  /**
   * Any refusal.
   *
   * @param reason for example {@code notFound}
   */
  public static GoogleError of(int status, String reason, String message) {
    return error(status, null, message, item(message, reason, Map.of()));
  }

  /** A refusal over a header of the request. */
  public static GoogleError ofHeader(int status, String reason, String message, String header) {
    return error(status, null, message, item(message, reason, at("header", header)));
  }

  /**
   * A refusal that names its status besides its reason, as BigQuery's do.
   *
   * @param name for example {@code PERMISSION_DENIED}
   */
  public static GoogleError named(int status, String name, String reason, String message) {
    return error(status, name, message, item(message, reason, Map.of()));
  }

  /** Like {@link #named}, over the bearer, with another message inside. */
  public static GoogleError unauthenticated(String message, String reason, String inner) {
    Map<String, String> item = item(inner, reason, at("header", "Authorization"));
    return error(401, "UNAUTHENTICATED", message, item)
        .with("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\"");
  }

  private static Map<String, String> at(String type, String location) {
    Map<String, String> at = new LinkedHashMap<>();
    at.put("locationType", type);
    at.put("location", location);
    return at;
  }

  private static Map<String, String> item(
      String message, String reason, Map<String, String> location) {
    Map<String, String> item = new LinkedHashMap<>();
    item.put("message", message);
    item.put("domain", "global");
    item.put("reason", reason);
    item.putAll(location);
    return item;
  }

  private static GoogleError error(
      int status, @Nullable String name, String message, Map<String, String> item) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", status);
    error.put("message", message);
    error.put("errors", List.of(item));
    if (name != null) {
      error.put("status", name);
    }
    return new GoogleError(status, message, Map.of("error", error));
  }
}
