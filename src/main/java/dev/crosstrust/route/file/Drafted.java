package dev.crosstrust.route.file;

import dev.crosstrust.route.Route;
import java.util.Map;
import java.util.Optional;

/** Whether a draft is a route. */
public sealed interface Drafted {
  /** It is. */
  record Good(Route route) implements Drafted {}

  /**
   * It is not yet.
   *
   * @param problems a sentence by the path of each wrong key, in the order of the file
   */
  record Bad(Map<String, String> problems) implements Drafted {
    /** What a step's problems are under. */
    static String path(int step) {
      return "steps[%d]".formatted(step + 1);
    }
  }

  /** What is wrong with a value. */
  default Optional<String> problem(RouteKey key) {
    return switch (this) {
      case Good _ -> Optional.empty();
      case Bad(Map<String, String> problems) -> Optional.ofNullable(problems.get(key.path()));
    };
  }

  /**
   * What is wrong with a step.
   *
   * @param step from 0
   */
  default Optional<String> problem(int step) {
    return switch (this) {
      case Good _ -> Optional.empty();
      case Bad(Map<String, String> problems) ->
          problems.entrySet().stream()
              .filter(problem -> problem.getKey().startsWith(Bad.path(step)))
              .map(Map.Entry::getValue)
              .findFirst();
    };
  }
}
