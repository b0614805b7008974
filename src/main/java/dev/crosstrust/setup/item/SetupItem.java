package dev.crosstrust.setup.item;

import dev.crosstrust.finding.Fix;
import java.util.List;

/**
 * One piece that a route needs.
 *
 * @param item what must be so, in one sentence
 * @param because what was seen, or why nothing could be
 * @param fix what makes it; empty when it is present
 */
public record SetupItem(String item, State state, String because, List<Fix> fix) {
  public SetupItem {
    fix = List.copyOf(fix);
  }

  /** Whether it is there; what could not be decided is never taken for either. */
  public enum State {
    PRESENT,
    MISSING,
    UNKNOWN
  }
}
