package dev.crosstrust.ui.task;

import java.io.IOException;

/**
 * Something that takes a while. It is made off the screen's thread and ends early when that thread
 * is interrupted.
 */
@FunctionalInterface
public interface Work<T> {
  T make() throws IOException;
}
