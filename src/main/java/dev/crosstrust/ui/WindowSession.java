package dev.crosstrust.ui;

import dev.crosstrust.secret.Redactor;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.settings.WindowMemory;
import dev.crosstrust.ui.task.VirtualBackground;
import dev.crosstrust.ui.workplace.Workplace;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * A window from its opening to its end. The thread that opens it waits for that; it owns the
 * sandbox, and ends it whichever way the window goes.
 */
public final class WindowSession {
  private final Surroundings here;
  private final Sandboxes sandboxes;

  /**
   * @param here the machine's own
   */
  public WindowSession(Surroundings here, Sandboxes sandboxes) {
    this.here = here;
    this.sandboxes = sandboxes;
  }

  /**
   * Opens the window, after {@link Display#start}, and returns when it has been closed.
   *
   * @param onSandbox whether it works on sandbox clouds, started once it is shown
   * @throws IOException when what the window should remember cannot be written
   * @throws InterruptedException when the user ends the program: the window is closed then, too
   */
  public void run(boolean onSandbox) throws IOException, InterruptedException {
    WindowMemory memory = WindowMemory.read(here.windowFile());
    CountDownLatch closed = new CountDownLatch(1);
    try (Workplace workplace = new Workplace(here.machine(), here, here.clock(), sandboxes)) {
      Desktop _ = onScreen(() -> open(workplace, memory, onSandbox, closed));
      closed.await();
    } finally {
      Platform.exit();
    }
    memory.save();
  }

  private static Desktop open(
      Workplace workplace, WindowMemory memory, boolean onSandbox, CountDownLatch closed) {
    Desktop desktop = new Desktop(new VirtualBackground(Platform::runLater), workplace, memory);
    Thread.currentThread().setUncaughtExceptionHandler((_, e) -> desktop.say(unforeseen(e)));
    Stage stage = new Stage();
    stage.setOnHidden(
        _ -> {
          desktop.close();
          closed.countDown();
        });
    desktop.show(stage, onSandbox);
    return desktop;
  }

  /** The last stop for what no screen foresaw: said, not lost. */
  private static String unforeseen(Throwable e) {
    return new Redactor().text("This should not happen: " + e);
  }

  private static <T> T onScreen(Callable<T> work) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the window cannot be built", e.getCause());
    }
  }
}
