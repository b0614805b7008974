package dev.crosstrust.denial;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of Google's error codes mean that a policy said no. */
public final class GoogleCodes {
  /** The status of newer APIs; the reasons of Cloud Storage and of BigQuery. */
  private static final Set<String> DENIED =
      Set.of("PERMISSION_DENIED", "forbidden", "accessDenied");

  private static final int FORBIDDEN = 403;

  private GoogleCodes() {}

  /**
   * Whether the answer is a denial: not a missing thing, not a broken server, and not one of the
   * other meanings of 403, such as a limit or a missing scope.
   *
   * @param status the HTTP status
   * @param code status or reason of the answer; null where it has none
   */
  public static boolean denied(int status, @Nullable String code) {
    return status == FORBIDDEN && (code == null || DENIED.contains(code));
  }
}
