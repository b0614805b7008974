package dev.crosstrust.ui.browse;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.ui.task.Job;
import java.util.List;

/** How far inserting a row has come. */
sealed interface Insertion {
  /** No form is open. */
  record Closed() implements Insertion {}

  /**
   * The form is open.
   *
   * @param problem why the row was not written yet, in a sentence; empty when nothing is wrong
   */
  record Editing(String problem) implements Insertion {}

  /** The row is on its way. */
  record Writing(Job job) implements Insertion {}

  /**
   * The row is there.
   *
   * @param words whether it was read back, too
   */
  record Inserted(String words) implements Insertion {}

  /** The answer had the status of success, and says inside that the row was not taken. */
  record RowErrors(String sentence) implements Insertion {}

  /** The row was refused, or nobody answered. */
  record Failed(List<Finding> findings) implements Insertion {
    public Failed {
      findings = List.copyOf(findings);
    }
  }
}
