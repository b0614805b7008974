package dev.crosstrust.ui.lens;

import dev.crosstrust.token.Lifetime;
import dev.crosstrust.ui.kit.Badge.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What is left of a lifetime at one instant.
 *
 * @param words for example {@code 59:12 left}, {@code expired 4 min ago}
 * @param share of the whole that is left, 0 to 1
 */
record Remaining(String words, double share, Tone tone) {
  /** Less than this is soon. */
  private static final Duration SOON = Duration.ofMinutes(5);

  /** Of no token. */
  static final Remaining NOTHING = new Remaining("", 0, Tone.NEUTRAL);

  static Remaining of(Lifetime lifetime, Instant now) {
    Instant end = lifetime.expiresAt();
    return switch (lifetime.state()) {
      case NONE -> new Remaining("no end", 1, Tone.UNSURE);
      case EXPIRED ->
          new Remaining(
              "expired %s ago".formatted(rough(between(end == null ? now : end, now))),
              0,
              Tone.BAD);
      case NOT_YET_VALID ->
          new Remaining(
              "not yet valid, in %s".formatted(rough(between(now, start(lifetime, now)))),
              1,
              Tone.UNSURE);
      case VALID -> left(lifetime, between(now, end == null ? now : end));
    };
  }

  private static Remaining left(Lifetime lifetime, Duration left) {
    Instant begin = lifetime.issuedAt() == null ? lifetime.notBefore() : lifetime.issuedAt();
    Instant end = lifetime.expiresAt();
    double whole = begin == null || end == null ? 0 : Duration.between(begin, end).toMillis();
    double share = whole <= 0 ? 1 : Math.clamp(left.toMillis() / whole, 0, 1);
    return new Remaining(
        clock(left) + " left", share, left.compareTo(SOON) < 0 ? Tone.UNSURE : Tone.GOOD);
  }

  private static Instant start(Lifetime lifetime, Instant now) {
    return Stream.of(lifetime.notBefore(), lifetime.issuedAt())
        .flatMap(Stream::ofNullable)
        .max(Instant::compareTo)
        .orElse(now);
  }

  /** To the second, as it is counted down. */
  private static String clock(Duration left) {
    if (left.toDays() > 0) {
      return rough(left);
    }
    return left.toHours() > 0
        ? "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart())
        : "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
  }

  /** The greatest unit, for days the next one too. */
  private static String rough(Duration duration) {
    if (duration.toDays() > 0) {
      return "%d d %d h".formatted(duration.toDays(), duration.toHoursPart());
    }
    if (duration.toHours() > 0) {
      return "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
    }
    return duration.toMinutes() > 0
        ? "%d min".formatted(duration.toMinutes())
        : "%d s".formatted(duration.toSeconds());
  }

  private static Duration between(Instant one, Instant other) {
    return Duration.between(one, other);
  }
}
