package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.Progress;
import dev.crosstrust.ui.task.Background;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Carries progress to the screen, one step at a time and with the newest number. */
final class NewestProgress implements Progress {
  private static final long NONE_WAITS = -1;

  private final Background background;
  private final Consumer<Long> screen;
  private final AtomicLong newest = new AtomicLong(NONE_WAITS);

  NewestProgress(Background background, Consumer<Long> screen) {
    this.background = background;
    this.screen = screen;
  }

  @Override
  public void moved(long bytes) {
    if (newest.getAndSet(bytes) == NONE_WAITS) {
      background.toScreen(() -> screen.accept(newest.getAndSet(NONE_WAITS)));
    }
  }
}
