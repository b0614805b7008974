package dev.crosstrust.diagnosis;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome.Breakage;
import java.util.List;

/**
 * What a run has shown so far.
 *
 * @param legs in the order in which they ended
 * @param stops what went wrong without an answer to show for it
 */
public record Evidence(List<Leg> legs, List<Stop> stops) {
  public Evidence {
    legs = List.copyOf(legs);
    stops = List.copyOf(stops);
  }

  /**
   * Why a stage did not come to an end.
   *
   * @param leg the name of the leg that was to be made; empty where the work has but one
   */
  public record Stop(String leg, Breakage breakage) {}
}
