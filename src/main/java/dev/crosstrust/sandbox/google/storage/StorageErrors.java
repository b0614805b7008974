package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.google.api.ClassicError;
import dev.crosstrust.sandbox.google.api.GoogleError;

/**
 * What Cloud Storage says when it says no.
 *
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1/status-codes">Status codes</a>
 */
final class StorageErrors {
  private static final String DENIED =
      "%s does not have %s access to the Google Cloud %s. Permission '%s' denied on resource (or it"
          + " may not exist).";

  private StorageErrors() {}

  /**
   * The caller is known and lacks a permission.
   *
   * @param who the e-mail, or {@code Caller}
   * @param where {@code Storage object}, {@code Storage bucket} or {@code project}
   */
  static GoogleError forbidden(String who, String permission, String where) {
    String message = DENIED.formatted(who, permission, where, permission);
    return ClassicError.of(403, "forbidden", message);
  }

  /** Nobody said who he is, and not everybody may. */
  static GoogleError anonymous(String permission, String where) {
    String message = DENIED.formatted("Anonymous caller", permission, where, permission);
    return ClassicError.ofHeader(401, "required", message, "Authorization");
  }

  /** The bearer is no token, or no longer. */
  static GoogleError invalidCredentials() {
    return ClassicError.ofHeader(401, "authError", "Invalid Credentials", "Authorization");
  }

  static GoogleError insufficientScopes() {
    return ClassicError.of(403, "forbidden", "Provided scope(s) are not authorized");
  }

  static GoogleError noSuchBucket() {
    return ClassicError.of(404, "notFound", "The specified bucket does not exist.");
  }

  static GoogleError noSuchObject(String bucket, String object) {
    return ClassicError.of(404, "notFound", "No such object: " + bucket + "/" + object);
  }

  static GoogleError preconditionFailed() {
    return ClassicError.ofHeader(
        412,
        "conditionNotMet",
        "At least one of the pre-conditions you specified did not hold.",
        "If-Match");
  }

  static GoogleError rangeNotSatisfiable() {
    return ClassicError.ofHeader(
        416, "requestedRangeNotSatisfiable", "The requested range cannot be satisfied.", "Range");
  }

  static GoogleError required(String parameter) {
    return ClassicError.of(400, "required", "Required parameter: " + parameter);
  }

  static GoogleError invalid(String message) {
    return ClassicError.of(400, "invalid", message);
  }
}
