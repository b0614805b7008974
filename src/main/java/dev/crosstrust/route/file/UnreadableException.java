package dev.crosstrust.route.file;

import dev.crosstrust.route.file.Yaml.Place;
import java.io.Serial;

/** Carries a problem from the place in a file to the reader, which makes it a value. */
final class UnreadableException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  UnreadableException(Place place, String message) {
    super(message, null, false, false);
    this.line = place.line();
    this.column = place.column();
  }

  RouteProblem in(String file) {
    return new RouteProblem(file, line, column, String.valueOf(getMessage()));
  }
}
