package dev.crosstrust.token.lens;

import java.time.Duration;
import java.time.Instant;

/** Durations as people say them. */
final class Durations {
  private Durations() {}

  /** For example {@code in 59 min 12 s}, {@code 48 s ago}, {@code now}. */
  static String relative(Instant time, Instant now) {
    Duration until = Duration.between(now, time);
    if (until.abs().compareTo(Duration.ofSeconds(1)) < 0) {
      return "now";
    }
    return until.isNegative() ? say(until.negated()) + " ago" : "in " + say(until);
  }

  /** The two greatest units. */
  static String say(Duration duration) {
    if (duration.toDays() > 0) {
      return "%d d %d h".formatted(duration.toDays(), duration.toHoursPart());
    }
    if (duration.toHours() > 0) {
      return "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
    }
    return duration.toMinutes() > 0
        ? "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
        : "%d s".formatted(duration.toSeconds());
  }
}
