package dev.crosstrust.ui.task;

import dev.crosstrust.finding.Finding;
import java.util.List;

/**
 * What a pane has to show: every screen knows these five, and nothing in between.
 *
 * @param <T> what is shown when all is well
 */
public sealed interface Phase<T> {
  /** Nothing yet, and what to do about it. */
  record Empty<T>(String title, String hint) implements Phase<T> {}

  /** Something is being done. */
  record Working<T>(String words, Job job) implements Phase<T> {}

  /** Here it is. */
  record Ready<T>(T value) implements Phase<T> {}

  /** A cloud said no. */
  record Refused<T>(List<Finding> findings) implements Phase<T> {}

  /** There is no answer, or nothing could be asked. */
  record Broken<T>(List<Finding> findings) implements Phase<T> {}

  /** What is shown when all is well, or this when it is not. */
  static <T> T readyOr(Phase<T> phase, T otherwise) {
    return phase instanceof Ready<T>(T value) ? value : otherwise;
  }
}
