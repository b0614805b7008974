package dev.crosstrust.ui;

import dev.crosstrust.ui.kit.Look;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/** JavaFX on its headless platform, started once for all tests of a JVM. */
public final class Toolkit {
  private static final int LIMIT_SECONDS = 30;

  private Toolkit() {}

  /** Starts it; does nothing when it runs. */
  public static void start() {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException running) {
      return;
    }
    await(started);
    Platform.setImplicitExit(false);
    run(Look.LIGHT::apply);
  }

  /** Does this on the screen's thread, and waits for it. */
  public static <T> T call(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    try {
      return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("the screen's thread does not answer", e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  /** Does this on the screen's thread, and waits for it. */
  public static void run(Runnable work) {
    Object _ =
        call(
            () -> {
              work.run();
              return true;
            });
  }

  /**
   * As after the next pulse, which nobody outruns who presses keys: a control that is new has no
   * skin before, and so does not hear them. To be called on the screen's thread.
   */
  public static void settle(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  /** Waits until it is so, looking at every pulse. */
  public static void until(String what, BooleanSupplier so) {
    CountDownLatch seen = new CountDownLatch(1);
    AnimationTimer eye =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (so.getAsBoolean()) {
              seen.countDown();
              stop();
            }
          }
        };
    run(eye::start);
    try {
      if (!seen.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("waited in vain for " + what);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      run(eye::stop);
    }
  }

  /** Presses these together in the window that has the focus, when its controls hear them. */
  public static void press(KeyCode... keys) {
    run(
        () -> {
          Window.getWindows().forEach(window -> settle(window.getScene()));
          for (KeyCode key : keys) {
            Hands.ROBOT.keyPress(key);
          }
          for (KeyCode key : List.of(keys).reversed()) {
            Hands.ROBOT.keyRelease(key);
          }
        });
  }

  /** One for all: each knows the window that was in front, which knows the robot before it. */
  private static final class Hands {
    static final Robot ROBOT = new Robot();
  }

  /** Lets this many pulses go by. */
  public static void pulses(int many) {
    AtomicInteger left = new AtomicInteger(many);
    until("pulses", () -> left.decrementAndGet() < 0);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("JavaFX does not start");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
