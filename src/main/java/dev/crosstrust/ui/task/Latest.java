package dev.crosstrust.ui.task;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work on something that changes as somebody types: begun when it has been calm for a while, and
 * only what was begun last has consequences. To be used on the screen's thread.
 */
public final class Latest {
  /** Between two keys of somebody who types. */
  public static final Duration TYPING = Duration.ofMillis(200);

  private final Background background;
  private final Duration calm;
  private @Nullable Job job;

  /**
   * @param calm how long nothing must change before the work is made
   */
  public Latest(Background background, Duration calm) {
    this.background = background;
    this.calm = calm;
  }

  /** Begins this instead of what was begun before; as {@link Background#begin}. */
  public <T> Job begin(Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
    cancel();
    Job begun =
        background.begin(
            () -> {
              rest();
              return work.make();
            },
            done,
            failed);
    job = begun;
    return begun;
  }

  /** Whatever was begun has no consequences any more. */
  public void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  private void rest() throws InterruptedIOException {
    try {
      Thread.sleep(calm);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("something newer has been begun");
    }
  }
}
