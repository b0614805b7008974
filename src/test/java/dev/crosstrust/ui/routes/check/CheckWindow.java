package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.ui.PlainBackground;
import dev.crosstrust.ui.Toolkit;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Look;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The check tab by itself in a window. */
final class CheckWindow implements AutoCloseable {
  private final CheckModel model = new CheckModel(new PlainBackground(), Duration.ZERO);
  private final Scene scene;

  private CheckWindow(@Nullable Path file) {
    Parent root = Fxml.load(new CheckController(model, new OneFile(file)));
    scene = new Scene(root, 1000, 640);
    Look.dress(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
  }

  /**
   * Opens it.
   *
   * @param file that is chosen when one is asked for; null for nobody who chooses
   */
  static CheckWindow open(@Nullable Path file) {
    Toolkit.start();
    return Toolkit.call(() -> new CheckWindow(file));
  }

  CheckModel model() {
    return model;
  }

  Scene scene() {
    return scene;
  }

  /** Shows a check, and lets it be laid out. */
  void show(LocalCheck check) {
    Toolkit.run(
        () -> {
          model.show(check, Beside.NOTHING);
          Toolkit.settle(scene);
        });
    Toolkit.pulses(2);
  }

  /** What is said of all nodes that a selector finds, to those who do not see them. */
  List<String> spoken(String selector) {
    return Toolkit.call(
        () -> scene.getRoot().lookupAll(selector).stream().map(Node::getAccessibleText).toList());
  }

  @Override
  public void close() {
    Toolkit.run(scene.getWindow()::hide);
  }

  private record OneFile(@Nullable Path chosen) implements Chooser {
    @Override
    public Optional<Path> folder(Window owner, String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> file(Window owner, String title) {
      return Optional.ofNullable(chosen);
    }
  }
}
