package dev.crosstrust.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatestTest {
  private static final int PATIENCE_SECONDS = 20;

  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final VirtualBackground background = new VirtualBackground(screen::add);

  @Test
  void onlyWhatWasBegunLastHasConsequences() throws InterruptedException {
    Latest latest = new Latest(background, Duration.ZERO);
    CountDownLatch held = new CountDownLatch(1);
    List<String> shown = new ArrayList<>();
    Job _ =
        latest.begin(
            () -> {
              awaitUninterrupted(held);
              return "first";
            },
            shown::add,
            shown::add);
    Job _ = latest.begin(() -> "second", shown::add, shown::add);
    held.countDown();
    takeBoth();
    assertThat(shown).containsExactly("second");
  }

  @Test
  void whatIsTypedOnIsNotEvenBegun() throws InterruptedException {
    Latest latest = new Latest(background, Duration.ofDays(1));
    List<String> made = Collections.synchronizedList(new ArrayList<>());
    Job _ =
        latest.begin(
            () -> {
              made.add("first");
              return "first";
            },
            _ -> {},
            _ -> {});
    latest.cancel();
    take().run();
    assertThat(made).isEmpty();
  }

  private void takeBoth() throws InterruptedException {
    take().run();
    take().run();
  }

  private Runnable take() throws InterruptedException {
    Runnable change = screen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(change).as("a change of the screen").isNotNull();
    return change;
  }

  /** Work that does not hear that it is cancelled. */
  private static void awaitUninterrupted(CountDownLatch latch) {
    boolean done = false;
    while (!done) {
      try {
        latch.await();
        done = true;
      } catch (InterruptedException e) {
        done = false;
      }
    }
  }
}
