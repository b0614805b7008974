package dev.crosstrust.ui.lens;

import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Work that is done when the test says so, in the order in which it was begun. */
public final class Held implements Background {
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  @Override
  public <T> Job begin(Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
    Runnable run =
        () -> {
          T result;
          try {
            result = work.make();
          } catch (IOException e) {
            failed.accept(String.valueOf(e.getMessage()));
            return;
          }
          done.accept(result);
        };
    waiting.add(run);
    return new Job() {
      @Override
      public void cancel() {
        waiting.remove(run);
      }

      @Override
      public Duration elapsed() {
        return Duration.ofSeconds(3);
      }
    };
  }

  @Override
  public void toScreen(Runnable change) {
    change.run();
  }

  /** Whether there is none. */
  public boolean idle() {
    return waiting.isEmpty();
  }

  /** Does all of it. */
  public void finish() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }
}
