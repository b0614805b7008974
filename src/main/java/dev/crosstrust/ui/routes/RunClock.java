package dev.crosstrust.ui.routes;

import java.time.Instant;
import java.time.InstantSource;

/** When a run or a prediction began and ended, told as time passes. */
final class RunClock {
  private final InstantSource clock;
  private Instant began;
  private Instant ended;

  RunClock(InstantSource clock) {
    this.clock = clock;
    began = clock.instant();
    ended = began;
  }

  Instant now() {
    return clock.instant();
  }

  void begin() {
    began = clock.instant();
  }

  void end() {
    ended = clock.instant();
  }

  /**
   * For example {@code running · 1.5 s}.
   *
   * @param doing what goes on
   */
  String goingOn(String doing) {
    return Spans.goingOn(doing, began, now());
  }

  /** For example {@code last run 7 s ago · 1.3 s}. */
  String last() {
    return Spans.ended(began, ended, now());
  }
}
