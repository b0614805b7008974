package dev.crosstrust.ui.task;

import java.time.Duration;

/** Work that has been begun. To be used on the screen's thread. */
public interface Job {
  /** Ends the work early; neither of its two consequences comes then. */
  void cancel();

  /** How long it has been going on. */
  Duration elapsed();
}
