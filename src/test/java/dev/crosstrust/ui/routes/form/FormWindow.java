package dev.crosstrust.ui.routes.form;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.Desktop;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.routes.RoutesScreen;
import dev.crosstrust.ui.settings.WindowMemory;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.workplace.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The whole window, and somebody who has a keyboard and nothing else. */
final class FormWindow implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long LOOK_NANOS = 10_000_000;
  private static final int MOST_TABS = 60;

  private final Desktop desktop;
  private final Stage stage;

  private FormWindow(Desktop desktop, Stage stage) {
    this.desktop = desktop;
    this.stage = stage;
  }

  static FormWindow on(Machine machine, Background background) throws IOException {
    return on(machine, background, machine.home());
  }

  /**
   * @param chosen the file that is chosen where one is asked for
   */
  static FormWindow on(Machine machine, Background background, Path chosen) throws IOException {
    Toolkit.start();
    Surroundings here = Surroundings.of(machine, InstantSource.system());
    Workplace workplace = new Workplace(machine, here, here.clock(), new NoSandboxes());
    Path memory = machine.home().resolve("window.yaml");
    return Toolkit.call(
        () -> {
          Desktop desktop =
              new Desktop(background, workplace, WindowMemory.read(memory), new Always(chosen));
          Stage stage = new Stage();
          desktop.show(stage, false);
          desktop.go(RoutesScreen.ID);
          return new FormWindow(desktop, stage);
        });
  }

  Scene scene() {
    return desktop.scene();
  }

  boolean has(String selector) {
    return Toolkit.call(
        () -> {
          Node node = desktop.scene().lookup(selector);
          boolean seen = node != null;
          while (seen && node != null) {
            seen = node.isVisible();
            node = node.getParent();
          }
          return seen;
        });
  }

  /** What a control says, or has had written into it. */
  String text(String selector) {
    return Toolkit.call(
        () ->
            switch (Objects.requireNonNull(desktop.scene().lookup(selector), selector)) {
              case TextInputControl input -> input.getText();
              case ComboBox<?> box -> String.valueOf(box.getValue());
              case Labeled label -> label.getText();
              case Node other -> throw new AssertionError(other);
            });
  }

  /** What all labels of this kind say. */
  List<String> texts(String selector) {
    return Toolkit.call(
        () ->
            desktop.scene().getRoot().lookupAll(selector).stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
  }

  /** Tabs on until the focus is there. */
  void tabTo(String id) {
    for (int i = 0; i < MOST_TABS; i++) {
      if (focused().equals(id)) {
        return;
      }
      press(KeyCode.TAB);
    }
    throw new AssertionError("Tab does not come to " + id);
  }

  /** The id of what has the focus, or of the control that it is part of. */
  String focused() {
    return Toolkit.call(
        () -> {
          Node node = desktop.scene().getFocusOwner();
          while (node != null && node.getId() == null) {
            node = node.getParent();
          }
          return node == null ? "" : node.getId();
        });
  }

  void press(KeyCode code, KeyCode... with) {
    List<KeyCode> held = List.of(with);
    Toolkit.run(() -> fire(KeyEvent.KEY_PRESSED, "", code, held));
    Toolkit.run(() -> fire(KeyEvent.KEY_RELEASED, "", code, held));
  }

  /** Instead of what is there. */
  void write(String text) {
    press(KeyCode.A, KeyCode.CONTROL);
    press(KeyCode.BACK_SPACE);
    Toolkit.run(
        () ->
            text.chars()
                .mapToObj(Character::toString)
                .forEach(it -> fire(KeyEvent.KEY_TYPED, it, KeyCode.UNDEFINED, List.of())));
  }

  private void fire(EventType<KeyEvent> type, String text, KeyCode code, List<KeyCode> held) {
    Toolkit.settle(desktop.scene());
    Node owner = desktop.scene().getFocusOwner();
    boolean shift = held.contains(KeyCode.SHIFT);
    boolean control = held.contains(KeyCode.CONTROL);
    Event.fireEvent(
        owner == null ? desktop.scene().getRoot() : owner,
        new KeyEvent(type, text, "", code, shift, control, false, false));
  }

  void until(String what, BooleanSupplier so) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never: %s; the focus is at %s".formatted(what, focused()));
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  @Override
  public void close() {
    Toolkit.run(
        () -> {
          stage.close();
          desktop.close();
        });
  }

  private record Always(Path chosen) implements Chooser {
    @Override
    public Optional<Path> folder(Window owner, String title) {
      return Optional.of(chosen);
    }

    @Override
    public Optional<Path> file(Window owner, String title) {
      return Optional.of(chosen);
    }
  }
}
