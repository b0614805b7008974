package dev.crosstrust.ui.browse;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.Desktop;
import dev.crosstrust.ui.Gallery;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.FindingCard;
import dev.crosstrust.ui.settings.WindowMemory;
import dev.crosstrust.ui.task.VirtualBackground;
import dev.crosstrust.ui.workplace.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The whole window, opened at this screen, and somebody who looks at it and presses keys. */
final class BrowseWindow implements AutoCloseable {
  private final AtomicLong nanos = new AtomicLong();
  private final Watched background =
      new Watched(new VirtualBackground(Platform::runLater, nanos::get));
  private final Desktop desktop;
  private final Stage stage;
  private final Keys keys;

  /**
   * @param folder where downloads go, and {@code new.txt} for uploads is
   */
  BrowseWindow(Machine machine, InstantSource clock, Path folder) throws IOException {
    Toolkit.start();
    Surroundings here = Surroundings.of(machine, clock);
    WindowMemory memory = WindowMemory.read(folder.resolve("none.yaml"));
    Workplace workplace = new Workplace(machine, here, clock, new NoSandboxes());
    desktop = Toolkit.call(() -> new Desktop(background, workplace, memory, new InFolder(folder)));
    keys = new Keys(desktop.scene());
    stage =
        Toolkit.call(
            () -> {
              Stage made = new Stage();
              desktop.show(made, false);
              return made;
            });
    keys.press(KeyCode.DIGIT4, KeyCode.CONTROL);
  }

  /** Connects, by keyboard. */
  void connect() {
    until("a route", () -> find("browse-connect").isFocused());
    keys.press(KeyCode.ENTER);
  }

  /** Opens an address, by keyboard. */
  void go(String address) {
    keys.press(KeyCode.L, KeyCode.CONTROL);
    keys.type(address);
    keys.press(KeyCode.ENTER);
  }

  void press(KeyCode code, KeyCode... with) {
    keys.press(code, with);
  }

  void type(String text) {
    keys.type(text);
  }

  /** Presses a button with the space bar. */
  void push(String selector) {
    Toolkit.run(() -> scene().lookup(selector).requestFocus());
    keys.press(KeyCode.SPACE);
  }

  /** Lets work that goes on have taken so much longer. */
  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** Pieces of work whose threads have not come back. */
  int atWork() {
    return background.atWork();
  }

  Scene scene() {
    return desktop.scene();
  }

  Node find(String id) {
    return scene().lookup("#" + id);
  }

  /** Whether it is there and can be seen. */
  boolean shows(String selector) {
    Node node = scene().lookup(selector);
    return node != null && node.isVisible();
  }

  String text(String id) {
    return ((Labeled) find(id)).getText();
  }

  String status() {
    return text("browse-status");
  }

  Optional<TextArea> area() {
    return Optional.ofNullable((TextArea) find("browse-preview-text"));
  }

  void focusTable() {
    Toolkit.run(() -> find("browse-table").requestFocus());
  }

  long cards() {
    return find("browse").lookupAll(".finding-card").stream()
        .filter(FindingCard.class::isInstance)
        .count();
  }

  List<String> texts() {
    return Stream.of(".label", ".cell", ".prose")
        .flatMap(kind -> find("browse").lookupAll(kind).stream())
        .map(node -> node instanceof Labeled labeled ? labeled.getText() : node.getAccessibleText())
        .filter(text -> text != null && !text.isEmpty())
        .toList();
  }

  /** Waits until the screen says so; what it says instead is told. */
  void until(String what, Callable<Boolean> holds) {
    Keys.until(() -> "%s; %s".formatted(what, Toolkit.call(this::texts)), holds);
  }

  void picture(String state) {
    Gallery.hang("browse-" + state, scene());
  }

  @Override
  public void close() {
    Toolkit.run(
        () -> {
          stage.close();
          desktop.close();
        });
  }

  private record InFolder(Path folder) implements Chooser {
    @Override
    public Optional<Path> folder(Window owner, String title) {
      return Optional.of(folder);
    }

    @Override
    public Optional<Path> file(Window owner, String title) {
      return Optional.of(folder.resolve("new.txt"));
    }
  }

  private static final class NoSandboxes implements Sandboxes {
    @Override
    public Running start(Options options) throws IOException {
      throw new IOException("none here");
    }

    @Override
    public List<String> faults() {
      return List.of();
    }
  }
}
