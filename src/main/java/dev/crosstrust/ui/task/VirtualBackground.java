package dev.crosstrust.ui.task;

import dev.crosstrust.secret.Redactor;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Work on virtual threads of its own, one each; a cancelled one is interrupted. */
public final class VirtualBackground implements Background {
  private final Executor screen;

  /**
   * @param screen runs what changes the screen: {@code Platform::runLater}
   */
  public VirtualBackground(Executor screen) {
    this.screen = screen;
  }

  @Override
  public <T> Job begin(Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
    Running job = new Running();
    job.thread =
        Thread.ofVirtual()
            .name("background")
            .start(
                () -> {
                  Runnable ending = endingOf(work, done, failed);
                  screen.execute(() -> job.end(ending));
                });
    return job;
  }

  @Override
  public void toScreen(Runnable change) {
    screen.execute(change);
  }

  private static <T> Runnable endingOf(
      Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
    try {
      T result = work.make();
      return () -> done.accept(result);
    } catch (IOException | RuntimeException e) {
      // The last stop for whatever a piece of work did not foresee: said, not lost.
      String sentence = new Redactor().text(String.valueOf(e.getMessage()));
      return () -> failed.accept(sentence);
    }
  }

  private static final class Running implements Job {
    private final long began = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private Thread thread = Thread.currentThread();

    @Override
    public void cancel() {
      ended.set(true);
      thread.interrupt();
    }

    @Override
    public Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - began);
    }

    void end(Runnable ending) {
      if (ended.compareAndSet(false, true)) {
        ending.run();
      }
    }
  }
}
