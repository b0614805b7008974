package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.Toolkit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A keyboard: what is pressed goes to whatever has the focus. */
record Keys(Scene scene) {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final long LOOK_NANOS = 10_000_000;

  /** Pressed and let go: some controls act on the one, some on the other. */
  void press(KeyCode code, KeyCode... with) {
    List<KeyCode> held = List.of(with);
    Toolkit.run(() -> fire(KeyEvent.KEY_PRESSED, "", code, held));
    Toolkit.run(() -> fire(KeyEvent.KEY_RELEASED, "", code, held));
  }

  void type(String text) {
    Toolkit.run(
        () ->
            text.chars()
                .mapToObj(Character::toString)
                .forEach(it -> fire(KeyEvent.KEY_TYPED, it, KeyCode.UNDEFINED, List.of())));
  }

  private void fire(EventType<KeyEvent> type, String text, KeyCode code, List<KeyCode> held) {
    Toolkit.settle(scene);
    Node focused = scene.getFocusOwner();
    Event.fireEvent(
        focused == null ? scene.getRoot() : focused,
        new KeyEvent(
            type,
            text,
            "",
            code,
            held.contains(KeyCode.SHIFT),
            held.contains(KeyCode.CONTROL),
            held.contains(KeyCode.ALT),
            false));
  }

  /** Waits until the screen says so. */
  static void until(Supplier<String> what, Callable<Boolean> holds) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!Toolkit.call(holds)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never: " + what.get());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
