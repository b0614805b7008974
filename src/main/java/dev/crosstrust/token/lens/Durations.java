package dev.crosstrust.token.lens;

import java.time.Duration;
import java.time.Instant;

/** Durations as people say them. */
public final class Durations {
  private Durations() {}

  /** For example {@code in 59 min 12 s}, {@code 4 minutes ago}, {@code now}. */
  public static String relative(Instant time, Instant now) {
    Duration until = Duration.between(now, time);
    if (until.abs().compareTo(Duration.ofSeconds(1)) < 0) {
      return "now";
    }
    return until.isNegative() ? say(until.negated()) + " ago" : "in " + say(until);
  }

  /** The greatest unit in words, or the two greatest in letters. */
  public static String say(Duration duration) {
    if (duration.toDays() > 0) {
      return say(duration.toDays(), "day", "d", duration.toHoursPart(), "h");
    }
    if (duration.toHours() > 0) {
      return say(duration.toHours(), "hour", "h", duration.toMinutesPart(), "min");
    }
    return duration.toMinutes() > 0
        ? say(duration.toMinutes(), "minute", "min", duration.toSecondsPart(), "s")
        : say(duration.toSeconds(), "second", "s", 0, "");
  }

  private static String say(long size, String word, String letters, int rest, String next) {
    if (rest > 0) {
      return "%d %s %d %s".formatted(size, letters, rest, next);
    }
    return "%d %s%s".formatted(size, word, size == 1 ? "" : "s");
  }
}
