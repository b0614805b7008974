package dev.crosstrust.exchange.google;

import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import java.util.List;
import java.util.Locale;

/** Reads what gcloud says when it fails; its texts are those of {@code core/credentials}. */
final class GcloudFailure {
  private static final List<String> REAUTHENTICATE =
      List.of("invalid_rapt", "rapt_required", "reauthentication");
  private static final List<String> SIGN_IN =
      List.of(
          "do not currently have an active account",
          "does not have any valid credentials",
          "invalid_grant");
  private static final List<String> NETWORK =
      List.of(
          "failed to establish a new connection",
          "max retries exceeded",
          "unable to find the server",
          "connection refused",
          "network is unreachable");

  private GcloudFailure() {}

  /**
   * Names the failure.
   *
   * @param said the standard error stream, secrets taken out
   */
  static Breakage of(String said, String configuration, int exit) {
    if (has(said, REAUTHENTICATE)) {
      return signIn("Google wants the user to authenticate again", configuration, said);
    }
    if (has(said, SIGN_IN)) {
      return signIn("gcloud is not signed in", configuration, said);
    }
    if (has(said, NETWORK)) {
      return new Breakage(Kind.UNREACHABLE, "gcloud reached no token endpoint: " + error(said));
    }
    if (said.contains("No identity token can be obtained")) {
      return new Breakage(
          Kind.LOCAL,
          "These credentials give no ID token: impersonate a service account with them");
    }
    return new Breakage(
        Kind.LOCAL, "gcloud failed with exit code %d: %s".formatted(exit, error(said)));
  }

  private static Breakage signIn(String what, String configuration, String said) {
    return new Breakage(
        Kind.NEEDS_SIGN_IN,
        "%s (%s): gcloud auth login --configuration=%s"
            .formatted(what, error(said), configuration));
  }

  private static boolean has(String said, List<String> parts) {
    String lower = said.toLowerCase(Locale.ROOT);
    return parts.stream().anyMatch(lower::contains);
  }

  /** The line that says it, without gcloud's advice below and warnings above. */
  private static String error(String said) {
    return said.lines()
        .filter(line -> line.startsWith("ERROR:"))
        .findFirst()
        .or(() -> said.lines().filter(line -> !line.isBlank()).findFirst())
        .map(String::strip)
        .orElse("it said nothing");
  }
}
