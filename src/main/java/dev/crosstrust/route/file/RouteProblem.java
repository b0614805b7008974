package dev.crosstrust.route.file;

/**
 * Why a file is not a route.
 *
 * @param file as the user named it
 * @param line from 1; 0 when the problem is not at one place
 * @param column from 1; 0 when the problem is not at one place
 * @param message one sentence, never with the value of something secret
 */
public record RouteProblem(String file, int line, int column, String message) {
  /** File, place and message in one line. */
  public String sentence() {
    return line == 0
        ? "%s: %s".formatted(file, message)
        : "%s:%d:%d: %s".formatted(file, line, column, message);
  }
}
