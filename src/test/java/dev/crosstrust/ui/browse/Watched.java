package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Work;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts the pieces of work whose threads have not come back, cancelled or not. */
final class Watched implements Background {
  private final Background background;
  private final AtomicInteger atWork = new AtomicInteger();

  Watched(Background background) {
    this.background = background;
  }

  int atWork() {
    return atWork.get();
  }

  @Override
  public <T> Job begin(Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
    atWork.incrementAndGet();
    return background.begin(
        () -> {
          try {
            return work.make();
          } finally {
            atWork.decrementAndGet();
          }
        },
        done,
        failed);
  }

  @Override
  public void toScreen(Runnable change) {
    background.toScreen(change);
  }
}
