package dev.crosstrust.ui.browse;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.ui.task.Job;
import java.util.List;

/** How it stands with the one object that is being copied. */
sealed interface Transfer {
  /** None, or it has been seen. */
  record None() implements Transfer {}

  /**
   * Something would be lost, or might be: it goes on only when the user says so.
   *
   * @param yes what going on is called
   * @param no what leaving it is called
   */
  record Question(String words, String yes, String no) implements Transfer {}

  /**
   * On its way.
   *
   * @param moved bytes so far
   * @param size of all; below one when it is not known
   */
  record Moving(String words, long moved, long size, Job job) implements Transfer {}

  record Done(String words) implements Transfer {}

  record Failed(List<Finding> findings) implements Transfer {}

  /** The user ended it. */
  record Cancelled(String words) implements Transfer {}
}
