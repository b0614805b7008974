package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.Toolkit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A keyboard: what is pressed goes to whatever has the focus. */
record Keys(Scene scene) {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final long LOOK_NANOS = 10_000_000;

  void press(KeyCode code, KeyCode... with) {
    List<KeyCode> held = List.of(with);
    Toolkit.run(
        () -> {
          Node focused = scene.getFocusOwner();
          Node target = focused == null ? scene.getRoot() : focused;
          Event.fireEvent(
              target,
              new KeyEvent(
                  KeyEvent.KEY_PRESSED,
                  "",
                  "",
                  code,
                  held.contains(KeyCode.SHIFT),
                  held.contains(KeyCode.CONTROL),
                  held.contains(KeyCode.ALT),
                  false));
        });
  }

  void type(String text) {
    Toolkit.run(
        () ->
            text.chars()
                .forEach(
                    it ->
                        Event.fireEvent(
                            scene.getFocusOwner(),
                            new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                Character.toString(it),
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false))));
  }

  /** Waits until the screen says so. */
  static void until(String what, Callable<Boolean> holds) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!Toolkit.call(holds)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never: " + what);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
