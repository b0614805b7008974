package dev.crosstrust.sandbox.google.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that can be set wrong: another clock, and how far this one is away from it. */
public final class ShiftedClock implements InstantSource {
  private final InstantSource base;
  private volatile Duration shift = Duration.ZERO;

  public ShiftedClock(InstantSource base) {
    this.base = base;
  }

  /** From now on this clock is so far ahead of its base; negative for behind. */
  public void shift(Duration ahead) {
    this.shift = ahead;
  }

  @Override
  public Instant instant() {
    return base.instant().plus(shift);
  }
}
