package dev.crosstrust.ui;

import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Work is done at once, on the test's own thread. What other threads have for the screen waits
 * until the test takes it.
 */
public final class PlainBackground implements Background {
  private static final int LIMIT_SECONDS = 20;

  private final BlockingQueue<Runnable> changes = new LinkedBlockingQueue<>();

  /** A piece of work that is over, or never ends, for so long already. */
  public record Since(Duration elapsed) implements Job {
    @Override
    public void cancel() {}
  }

  @Override
  public <T> Job begin(Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
    try {
      done.accept(work.make());
    } catch (IOException e) {
      failed.accept(e.getMessage());
    }
    return new Since(Duration.ZERO);
  }

  @Override
  public void toScreen(Runnable change) {
    changes.add(change);
  }

  /** Waits for the next change from another thread, and makes it here. */
  public void takeChange() throws InterruptedException {
    Runnable change = changes.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (change == null) {
      throw new AssertionError("nothing came for the screen");
    }
    change.run();
  }
}
