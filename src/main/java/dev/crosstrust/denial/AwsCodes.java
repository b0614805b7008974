package dev.crosstrust.denial;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of AWS's error codes mean that a policy said no. */
public final class AwsCodes {
  private static final Set<String> DENIED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "UnauthorizedOperation",
          "AuthorizationError",
          "Forbidden");

  private static final int FORBIDDEN = 403;

  private AwsCodes() {}

  /**
   * Whether the answer is a denial: not a missing thing, not a broken server, and not one of the
   * other meanings of 403, such as a wrong signature or clock.
   *
   * @param status the HTTP status
   * @param code null where the answer has no body (HEAD)
   */
  public static boolean denied(int status, @Nullable String code) {
    return code == null ? status == FORBIDDEN : status < 500 && DENIED.contains(code);
  }
}
