package dev.crosstrust.ui.task;

import dev.crosstrust.secret.Redactor;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Work on virtual threads of its own, one each; a cancelled one is interrupted. */
public final class VirtualBackground implements Background {
  private final Executor screen;
  private final LongSupplier nanos;

  /**
   * @param screen runs what changes the screen: {@code Platform::runLater}
   */
  public VirtualBackground(Executor screen) {
    this(screen, System::nanoTime);
  }

  /**
   * @param nanos what time is measured by, as {@link System#nanoTime}
   */
  public VirtualBackground(Executor screen, LongSupplier nanos) {
    this.screen = screen;
    this.nanos = nanos;
  }

  @Override
  public <T> Job begin(Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
    Running job = new Running(nanos);
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
    private final LongSupplier nanos;
    private final long began;
    private final AtomicBoolean ended = new AtomicBoolean();
    private Thread thread = Thread.currentThread();

    Running(LongSupplier nanos) {
      this.nanos = nanos;
      this.began = nanos.getAsLong();
    }

    @Override
    public void cancel() {
      ended.set(true);
      thread.interrupt();
    }

    @Override
    public Duration elapsed() {
      return Duration.ofNanos(nanos.getAsLong() - began);
    }

    void end(Runnable ending) {
      if (ended.compareAndSet(false, true)) {
        ending.run();
      }
    }
  }
}
