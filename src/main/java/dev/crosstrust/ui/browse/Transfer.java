package dev.crosstrust.ui.browse;

import dev.crosstrust.finding.Finding;
import java.nio.file.Path;
import java.util.List;

/** How it stands with the one object that is being copied. */
sealed interface Transfer {
  /** None, or it has been seen. */
  record None() implements Transfer {}

  /** There is an object of that name: it is not replaced unless the user says so. */
  record Exists(Path file, String there) implements Transfer {}

  /**
   * On its way.
   *
   * @param moved bytes so far
   * @param size of all; below one when it is not known
   */
  record Moving(String words, long moved, long size) implements Transfer {}

  record Done(String words) implements Transfer {}

  record Failed(List<Finding> findings) implements Transfer {}

  /** The user ended it. */
  record Cancelled(String words) implements Transfer {}
}
