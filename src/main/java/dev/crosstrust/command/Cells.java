package dev.crosstrust.command;

import org.jspecify.annotations.Nullable;

/** Values as cells of a table. */
final class Cells {
  private Cells() {}

  static String orDash(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }
}
