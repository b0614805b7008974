package dev.crosstrust.sandbox.aws;

import java.util.Map;

/**
 * A refusal in AWS's words. An exception only inside the sandbox, where it ends the handling of one
 * request and becomes its answer.
 */
public final class AwsError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Map<String, String> fields;

  /**
   * @param status the HTTP status
   * @param code AWS's error code, for example {@code AccessDenied}
   * @param message AWS's text, to the letter
   * @param fields further elements of S3's error body, by element name, in order
   */
  public AwsError(int status, String code, String message, Map<String, String> fields) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }

  public AwsError(int status, String code, String message) {
    this(status, code, message, Map.of());
  }

  /** {@code AccessDenied} in the long form that names caller, action, resource and policy type. */
  public static AwsError denied(Caller caller, String action, String resource, String because) {
    String message =
        "User: %s is not authorized to perform: %s on resource: %s %s"
            .formatted(caller.arn(), action, resource, because);
    return new AwsError(403, "AccessDenied", message);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public Map<String, String> fields() {
    return fields;
  }

  /** The message, never null. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
