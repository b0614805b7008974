package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** Work is done on the test's own thread, when the test says so. */
final class HandBackground implements Background {
  private final Queue<Runnable> begun = new ArrayDeque<>();

  @Override
  public <T> Job begin(Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
    HandJob job = new HandJob();
    begun.add(
        () -> {
          if (job.cancelled) {
            return;
          }
          try {
            T result = work.make();
            if (!job.cancelled) {
              done.accept(result);
            }
          } catch (IOException e) {
            failed.accept(String.valueOf(e.getMessage()));
          }
        });
    return job;
  }

  @Override
  public void toScreen(Runnable change) {
    change.run();
  }

  /** Does all that was begun, and what that begins. */
  void work() {
    for (Runnable next = begun.poll(); next != null; next = begun.poll()) {
      next.run();
    }
  }

  private static final class HandJob implements Job {
    private boolean cancelled;

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public Duration elapsed() {
      return Duration.ZERO;
    }
  }
}
