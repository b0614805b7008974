package dev.crosstrust.denial;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of Google's answers mean that a policy of IAM said no. */
public final class GoogleCodes {
  /** The status of newer APIs; the reasons of Cloud Storage and of BigQuery. */
  private static final Set<String> DENIED =
      Set.of("PERMISSION_DENIED", "forbidden", "accessDenied", "AccessDenied");

  private static final int FORBIDDEN = 403;

  private GoogleCodes() {}

  /**
   * Whether the answer is a denial: not a missing thing, not a broken server, and not one of the
   * other meanings of 403. These bear the same codes (a service perimeter, a project that may not
   * be charged, an API that is switched off, too narrow a scope), so that the sentence decides.
   *
   * @param status the HTTP status
   * @param code status or reason of the answer; null where it has none
   * @param message the sentence; blank where the answer has no body (HEAD)
   */
  public static boolean denied(int status, @Nullable String code, String message) {
    return status == FORBIDDEN
        && (code == null || DENIED.contains(code))
        && (message.isBlank() || !GoogleDenials.in(message).isEmpty());
  }
}
