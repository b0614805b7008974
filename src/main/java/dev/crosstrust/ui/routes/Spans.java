package dev.crosstrust.ui.routes;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** When something was and how long it took, for people. */
final class Spans {
  private static final int SECONDS = 60;

  private Spans() {}

  /**
   * For example {@code running · 1.5 s}.
   *
   * @param doing what goes on
   */
  static String goingOn(String doing, Instant began, Instant now) {
    double seconds = Duration.between(began, now).toMillis() / 1000.0;
    return String.format(Locale.ROOT, "%s · %.1f s", doing, seconds);
  }

  static String ended(Instant began, Instant ended, Instant now) {
    return "last run %s · %s"
        .formatted(ago(Duration.between(ended, now)), took(Duration.between(began, ended)));
  }

  /** The part of one of these that matters most where there is little room, {@code 1.5 s}. */
  static String brief(String when) {
    return when.substring(when.lastIndexOf('·') + 1).strip().replaceFirst(",.*", "");
  }

  private static String ago(Duration since) {
    if (since.toSeconds() < 1) {
      return "just now";
    }
    if (since.toSeconds() < SECONDS) {
      return since.toSeconds() + " s ago";
    }
    return since.toHours() < 1 ? since.toMinutes() + " min ago" : since.toHours() + " h ago";
  }

  private static String took(Duration duration) {
    return duration.toMillis() < 1000
        ? duration.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
