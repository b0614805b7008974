package dev.crosstrust.route.foreign;

import java.io.Serial;

/**
 * Why another tool's file makes no route, in one sentence; {@link RouteImport} makes it a value.
 */
final class ImportException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  ImportException(String message) {
    super(message, null, false, false);
  }
}
