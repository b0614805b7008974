package dev.crosstrust.route.file;

import dev.crosstrust.route.file.Yaml.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with a route, by the path of the key, in the order of its being found. Whoever
 * reads goes on with a stand-in for the wrong value; a route that has problems is thrown away.
 */
final class Problems {
  private final Map<String, Problem> found = new LinkedHashMap<>();

  /** One of them. */
  record Problem(Place place, String message) {
    RouteProblem in(String file) {
      return new RouteProblem(file, place.line(), place.column(), message);
    }
  }

  /** The first one of a key is the one that counts. */
  void add(String path, Place place, String message) {
    found.putIfAbsent(path, new Problem(place, message));
  }

  boolean none() {
    return found.isEmpty();
  }

  Optional<Problem> first() {
    return found.values().stream().findFirst();
  }

  /** The sentences by path, for example {@code aws.role} or {@code steps[1].target}. */
  Map<String, String> messages() {
    Map<String, String> messages = new LinkedHashMap<>();
    found.forEach((path, problem) -> messages.put(path, problem.message()));
    return messages;
  }
}
