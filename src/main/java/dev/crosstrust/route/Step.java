package dev.crosstrust.route;

import dev.crosstrust.evidence.Leg;
import org.jspecify.annotations.Nullable;

/**
 * One call at the other end.
 *
 * @param target what it is made on, where the operation needs it
 * @param expect what should come of it; null where the route leaves it open
 */
public record Step(Operation operation, @Nullable String target, Leg.@Nullable Expectation expect) {
  /** Stands in a target for the time of the run, so that each run writes an object of its own. */
  public static final String TIMESTAMP = "{timestamp}";
}
