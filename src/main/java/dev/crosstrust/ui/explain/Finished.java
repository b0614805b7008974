package dev.crosstrust.ui.explain;

import dev.crosstrust.ui.task.Job;
import java.time.Duration;

/** Work that there is not, or no more. */
enum Finished implements Job {
  JOB;

  @Override
  public void cancel() {}

  @Override
  public Duration elapsed() {
    return Duration.ZERO;
  }
}
