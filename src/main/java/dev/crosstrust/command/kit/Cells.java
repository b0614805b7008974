package dev.crosstrust.command.kit;

import org.jspecify.annotations.Nullable;

/** Values as cells of a table. */
public final class Cells {
  private Cells() {}

  /** A dash for what is not there. */
  public static String orDash(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }
}
