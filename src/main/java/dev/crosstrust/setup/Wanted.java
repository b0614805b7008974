package dev.crosstrust.setup;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Step;
import java.util.List;

/** The steps that a set-up serves: those that are to be refused need nothing. */
final class Wanted {
  private Wanted() {}

  static List<Step> of(Route route) {
    return route.steps().stream().filter(step -> step.expect() != Leg.Expectation.DENIED).toList();
  }
}
