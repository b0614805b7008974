package dev.crosstrust.route.file;

import dev.crosstrust.route.Route;

/** What reading a file gave. */
public sealed interface Loaded {
  /**
   * A route.
   *
   * @param file where it is
   */
  record Good(Route route, String file) implements Loaded {}

  /** No route, and why. */
  record Bad(RouteProblem problem) implements Loaded {}

  /** Where it is. */
  default String file() {
    return switch (this) {
      case Good good -> good.file;
      case Bad(RouteProblem problem) -> problem.file();
    };
  }
}
