package dev.crosstrust.route.foreign;

import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.RouteProblem;
import java.util.List;

/** What reading another tool's file gave. Nothing that the file names was run, read or fetched. */
public sealed interface Imported {
  /**
   * A route, to be looked at before it is saved.
   *
   * @param notes what the file says that a route does not, a sentence each, to be shown
   */
  record Good(Route route, List<String> notes) implements Imported {
    public Good {
      notes = List.copyOf(notes);
    }
  }

  /** No route, and why. */
  record Bad(RouteProblem problem) implements Imported {}
}
