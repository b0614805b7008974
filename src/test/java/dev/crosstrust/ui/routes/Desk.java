package dev.crosstrust.ui.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.Desktop;
import dev.crosstrust.ui.Gallery;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.settings.WindowMemory;
import dev.crosstrust.ui.task.VirtualBackground;
import dev.crosstrust.ui.workplace.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** The screen in a window on a sandbox, and somebody who looks at it and presses keys. */
final class Desk implements AutoCloseable {
  private static final int LIMIT_SECONDS = 60;

  private final Sandbox sandbox;
  private final Stage stage;
  private final Scene scene;
  private final Desktop desktop;

  private Desk(Sandbox sandbox, Desktop desktop, Stage stage) {
    this.sandbox = sandbox;
    this.desktop = desktop;
    this.stage = stage;
    this.scene = stage.getScene();
  }

  static Desk on(Path home, List<Fault> faults, UnaryOperator<Handler> listener)
      throws IOException {
    Toolkit.start();
    Sandbox sandbox =
        Sandbox.start(
            new Sandbox.Options(home, 0, faults, 0, listener),
            InstantSource.system(),
            SharedKeys.ofOneCloud());
    Machine machine = new Machine(sandbox.environment(), sandbox.home());
    Workplace workplace =
        new Workplace(
            machine,
            Surroundings.of(machine, InstantSource.system()),
            InstantSource.system(),
            new NoSandboxes());
    WindowMemory memory = WindowMemory.read(home.resolve("window.yaml"));
    return Toolkit.call(
        () -> {
          Desktop desktop =
              new Desktop(new VirtualBackground(Platform::runLater), workplace, memory);
          Stage stage = new Stage();
          desktop.show(stage, false);
          desktop.go(RoutesScreen.ID);
          return new Desk(sandbox, desktop, stage);
        });
  }

  /** Waits until it is so, looking at every pulse. */
  void until(String what, BooleanSupplier so) {
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
    Toolkit.run(eye::start);
    try {
      assertThat(seen.await(LIMIT_SECONDS, TimeUnit.SECONDS)).as(what).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      Toolkit.run(eye::stop);
    }
  }

  void press(KeyCode code, boolean control) {
    Toolkit.run(
        () -> {
          Toolkit.settle(scene);
          Node owner = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
          for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(owner, new KeyEvent(type, "", "", code, false, control, false, false));
          }
        });
  }

  <T extends Node> T find(String selector, Class<T> type) {
    return Toolkit.call(() -> type.cast(Objects.requireNonNull(scene.lookup(selector), selector)));
  }

  /** The accessible text of all nodes with this style class. */
  List<String> spoken(String selector) {
    return Toolkit.call(
        () ->
            scene.getRoot().lookupAll(selector).stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList());
  }

  /** As when the rail's entry is chosen. */
  void shownAgain() {
    desktop.go("settings");
    desktop.go(RoutesScreen.ID);
  }

  Scene scene() {
    return scene;
  }

  void picture(String state) {
    Gallery.hang("routes-" + state, scene);
  }

  void size(double width, double height) {
    Toolkit.run(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
          Parent root = scene.getRoot();
          root.resize(width, height);
        });
    until("the size", () -> scene.getWidth() == width && scene.getHeight() == height);
  }

  @Override
  public void close() throws IOException {
    Toolkit.run(
        () -> {
          stage.close();
          desktop.close();
        });
    sandbox.close();
  }

  private static final class NoSandboxes implements Sandboxes {
    @Override
    public Running start(Options options) throws IOException {
      throw new IOException("not here");
    }

    @Override
    public List<String> faults() {
      return List.of();
    }
  }
}
