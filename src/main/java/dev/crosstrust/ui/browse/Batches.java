package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.task.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Carries entries to the screen in as few steps as it has time for: whatever arrives while one step
 * waits joins it.
 */
final class Batches<T> {
  private final Background background;
  private final Consumer<List<T>> screen;
  private List<T> waiting = new ArrayList<>();

  /**
   * @param screen gets a batch, on the screen's thread
   */
  Batches(Background background, Consumer<List<T>> screen) {
    this.background = background;
    this.screen = screen;
  }

  /** From the background. */
  void add(List<T> items) {
    if (items.isEmpty()) {
      return;
    }
    boolean first;
    synchronized (this) {
      first = waiting.isEmpty();
      waiting.addAll(items);
    }
    if (first) {
      background.toScreen(() -> screen.accept(taken()));
    }
  }

  private synchronized List<T> taken() {
    List<T> batch = waiting;
    waiting = new ArrayList<>();
    return batch;
  }
}
