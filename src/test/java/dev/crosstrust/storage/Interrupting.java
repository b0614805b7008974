package dev.crosstrust.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

/** Work that is cancelled, and servers that keep it waiting. */
public final class Interrupting {
  private Interrupting() {}

  /** Runs it on a thread of its own that is interrupted when the latch opens. */
  public static <T> T interruptedWhen(CountDownLatch latch, Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = Thread.ofVirtual().start(task);
    latch.await();
    thread.interrupt();
    assertThat(thread.join(Duration.ofSeconds(30))).as("ends promptly").isTrue();
    return task.get();
  }

  /** Sends so much of an answer, and no more until the latch opens. */
  public static void writeThenWait(OutputStream out, int bytes, CountDownLatch never)
      throws IOException {
    out.write(new byte[bytes]);
    out.flush();
    try {
      never.await();
    } catch (InterruptedException e) {
      throw new IOException("the server ends", e);
    }
  }
}
