package dev.crosstrust.ui.routes;

import dev.crosstrust.route.Route;
import dev.crosstrust.route.run.Run;
import java.util.function.Consumer;

/** Runs a route where the window works now, on the calling thread. */
@FunctionalInterface
interface RunRoute {
  /**
   * See {@link dev.crosstrust.route.run.RouteRunner#run}.
   *
   * @param listener told of every new state of the run, the last included
   */
  Run run(Route route, Consumer<Run> listener);
}
