package dev.crosstrust.ui.task;

import java.util.function.Consumer;

/**
 * The one doorway between background and screen. Work goes out, its result comes back on the
 * screen's thread.
 */
public interface Background {
  /**
   * Begins work.
   *
   * @param done gets the result, on the screen's thread
   * @param failed gets one sentence for people, on the screen's thread; a refusal is a result, so
   *     this is for what went wrong on this machine
   */
  <T> Job begin(Work<T> work, Consumer<? super T> done, Consumer<String> failed);

  /** From the background: what a piece of work has so far, to be shown on the screen's thread. */
  void toScreen(Runnable change);
}
