package dev.crosstrust.sandbox.google.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Refusals of Google's APIs: {@code {"error":{"code","message","status","details"}}}.
 *
 * @see <a href="https://google.aip.dev/193">AIP-193</a>
 */
public final class ApiError {
  private static final String EXPECTED =
      " Expected OAuth 2 access token, login cookie or other valid authentication credential. See"
          + " https://developers.google.com/identity/sign-in/web/devconsole-project.";

  private ApiError() {}

  public static GoogleError invalidArgument(String message) {
    return of(400, "INVALID_ARGUMENT", message, List.of());
  }

  public static GoogleError notFound(String message) {
    return of(404, "NOT_FOUND", message, List.of());
  }

  /** What is there is not as the call needs it. */
  public static GoogleError failedPrecondition() {
    return of(400, "FAILED_PRECONDITION", "Precondition check failed.", List.of());
  }

  /** Somebody else was faster. */
  public static GoogleError aborted(String message) {
    return of(409, "ABORTED", message, List.of());
  }

  public static GoogleError unimplemented() {
    String message = "Operation is not implemented, or supported, or enabled.";
    return of(501, "UNIMPLEMENTED", message, List.of());
  }

  /** The call came without a bearer. */
  static GoogleError credentialsMissing(ApiMethod method) {
    String message = "Request is missing required authentication credential." + EXPECTED;
    var info = info("CREDENTIALS_MISSING", "googleapis.com", method.metadata());
    return of(401, "UNAUTHENTICATED", message, List.of(info))
        .with("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\"");
  }

  /** The bearer is no token of ours, or no longer. */
  static GoogleError credentialsInvalid(ApiMethod method) {
    String message = "Request had invalid authentication credentials." + EXPECTED;
    var info = info("ACCESS_TOKEN_TYPE_UNSUPPORTED", "googleapis.com", method.metadata());
    return of(401, "UNAUTHENTICATED", message, List.of(info))
        .with(
            "WWW-Authenticate",
            "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"");
  }

  /** The bearer is good, but not for this API. */
  static GoogleError scopeInsufficient(ApiMethod method, List<String> wanted) {
    var info = info("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "googleapis.com", method.metadata());
    String challenge =
        "Bearer realm=\"https://accounts.google.com/\", error=\"insufficient_scope\", scope=\"%s\""
            .formatted(String.join(" ", wanted));
    String message = "Request had insufficient authentication scopes.";
    return of(403, "PERMISSION_DENIED", message, List.of(info)).with("WWW-Authenticate", challenge);
  }

  /** No binding gives the caller this permission, or there is no such thing. */
  public static GoogleError permissionDenied(String permission) {
    String message =
        "Permission '%s' denied on resource (or it may not exist).".formatted(permission);
    var info =
        info("IAM_PERMISSION_DENIED", "iam.googleapis.com", Map.of("permission", permission));
    return of(403, "PERMISSION_DENIED", message, List.of(info));
  }

  /**
   * The same, of an API that names the resource.
   *
   * @param resource the full name, for example {@code //iam.googleapis.com/projects/…}
   */
  public static GoogleError permissionDenied(String permission, String resource) {
    String message =
        "Permission '%s' denied on resource '%s' (or it may not exist)."
            .formatted(permission, resource);
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("permission", permission);
    metadata.put("resource", resource.substring(resource.indexOf('/', 2) + 1));
    var info = info("IAM_PERMISSION_DENIED", "iam.googleapis.com", metadata);
    return of(403, "PERMISSION_DENIED", message, List.of(info));
  }

  /** The same in the words of Kubernetes Engine. */
  public static GoogleError permissionRequired(String permission, String resource) {
    String message = "Required \"%s\" permission(s) for \"%s\".".formatted(permission, resource);
    return of(403, "PERMISSION_DENIED", message, List.of());
  }

  /**
   * The caller's project does not use the service.
   *
   * @param title what people call it
   * @param service for example {@code iamcredentials.googleapis.com}
   * @param number of the project
   */
  public static GoogleError serviceDisabled(String title, String service, String number) {
    String page =
        "https://console.developers.google.com/apis/api/%s/overview?project=%s"
            .formatted(service, number);
    String message =
        ("%s has not been used in project %s before or it is disabled. Enable it by visiting %s"
                + " then retry. If you enabled this API recently, wait a few minutes for the action"
                + " to propagate to our systems and retry.")
            .formatted(title, number, page);
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("service", service);
    metadata.put("consumer", "projects/" + number);
    var info = info("SERVICE_DISABLED", "googleapis.com", metadata);
    return of(403, "PERMISSION_DENIED", message, List.of(info));
  }

  private static Map<String, Object> info(
      String reason, String domain, Map<String, String> metadata) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("@type", "type.googleapis.com/google.rpc.ErrorInfo");
    info.put("reason", reason);
    info.put("domain", domain);
    info.put("metadata", metadata);
    return info;
  }

  private static GoogleError of(
      int status, String name, String message, List<Map<String, Object>> details) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", status);
    error.put("message", message);
    error.put("status", name);
    if (!details.isEmpty()) {
      error.put("details", details);
    }
    return new GoogleError(status, message, Map.of("error", error));
  }
}
