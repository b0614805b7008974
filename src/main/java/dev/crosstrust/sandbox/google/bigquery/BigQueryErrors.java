package dev.crosstrust.sandbox.google.bigquery;

import dev.crosstrust.sandbox.google.api.ClassicError;
import dev.crosstrust.sandbox.google.api.GoogleError;

/**
 * What BigQuery says when it says no.
 *
 * @see <a href="https://cloud.google.com/bigquery/docs/error-messages">Error messages</a>
 */
final class BigQueryErrors {
  private static final String CREDENTIAL =
      " Expected OAuth 2 access token, login cookie or other valid authentication credential. See"
          + " https://developers.google.com/identity/sign-in/web/devconsole-project.";

  private BigQueryErrors() {}

  static GoogleError credentialsMissing() {
    return ClassicError.unauthenticated(
        "Request is missing required authentication credential." + CREDENTIAL,
        "required",
        "Login Required.");
  }

  static GoogleError credentialsInvalid() {
    return ClassicError.unauthenticated(
        "Request had invalid authentication credentials." + CREDENTIAL,
        "authError",
        "Invalid Credentials");
  }

  static GoogleError insufficientScopes() {
    return ClassicError.named(
        403,
        "PERMISSION_DENIED",
        "insufficientPermissions",
        "Request had insufficient authentication scopes.");
  }

  /**
   * A permission is missing on a dataset or table.
   *
   * @param kind {@code Dataset} or {@code Table}
   * @param id for example {@code project:dataset.table}
   */
  static GoogleError denied(String permission, String kind, String id) {
    return accessDenied(
        "Access Denied: %1$s %2$s: Permission %3$s denied on %4$s %2$s (or it may not exist)."
            .formatted(kind, id, permission, kind.equals("Table") ? "table" : "dataset"));
  }

  static GoogleError deniedOnProject(String permission, String project) {
    return accessDenied(
        "Access Denied: Project %1$s: User does not have %2$s permission in project %1$s."
            .formatted(project, permission));
  }

  static GoogleError deniedToQuery(String table) {
    return accessDenied(
        ("Access Denied: Table %1$s: User does not have permission to query table %1$s, or perhaps"
                + " it does not exist.")
            .formatted(table));
  }

  static GoogleError notFound(String kind, String id) {
    return ClassicError.named(404, "NOT_FOUND", "notFound", "Not found: %s %s".formatted(kind, id));
  }

  static GoogleError invalid(String message) {
    return ClassicError.named(400, "INVALID_ARGUMENT", "invalid", message);
  }

  static GoogleError invalidQuery(String message) {
    return ClassicError.named(400, "INVALID_ARGUMENT", "invalidQuery", message);
  }

  private static GoogleError accessDenied(String message) {
    return ClassicError.named(403, "PERMISSION_DENIED", "accessDenied", message);
  }
}
