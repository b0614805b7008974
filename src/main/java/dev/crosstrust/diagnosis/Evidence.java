package dev.crosstrust.diagnosis;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run has shown so far.
 *
 * @param legs in the order in which they ended
 * @param stops what went wrong without an answer to show for it
 * @param check the other side's check of the token, made here; null where none was made
 * @param reads the legs of what was read for it: no part of the run, and answers with a clock
 */
public record Evidence(
    List<Leg> legs, List<Stop> stops, @Nullable LocalCheck check, List<Leg> reads) {
  public Evidence {
    legs = List.copyOf(legs);
    stops = List.copyOf(stops);
    reads = List.copyOf(reads);
  }

  /** Without a check. */
  public Evidence(List<Leg> legs, List<Stop> stops) {
    this(legs, stops, null, List.of());
  }

  /**
   * What one piece of work has shown that ended so.
   *
   * @param outcome anything but done adds what the legs do not tell
   */
  public static Evidence of(Outcome<?> outcome, List<Leg> legs) {
    return outcome instanceof Outcome.Broken<?>(Breakage breakage)
        ? new Evidence(
            legs, List.of(new Stop(legs.isEmpty() ? "" : legs.getLast().name(), breakage)))
        : new Evidence(legs, List.of());
  }

  /**
   * Why a stage did not come to an end.
   *
   * @param leg the name of the leg that was to be made; empty when none was
   */
  public record Stop(String leg, Breakage breakage) {}
}
