package dev.crosstrust.ui;

import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Look;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.shell.ShellController;
import dev.crosstrust.ui.shell.ShellModel;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.workplace.Workplace;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Builds the window. Nothing of it asks a network or reads a file before it is shown. */
public final class Desktop {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int LEAST_WIDTH = 1024;
  private static final int LEAST_HEIGHT = 680;

  private final ShellModel shell;
  private final Scene scene;

  /**
   * @param workplace what the screens work on; closed by whoever made it
   */
  public Desktop(Background background, Workplace workplace) {
    shell = new ShellModel(workplace);
    List<Screen> screens = Screens.of(background, workplace);
    scene = new Scene(Fxml.load(new ShellController(shell, screens)), WIDTH, HEIGHT);
    Look.dress(scene);
    shell.screenProperty().set(screens.getFirst().id());
  }

  /** The window's content. */
  public Scene scene() {
    return scene;
  }

  /** Goes to a screen, by its id. */
  public void go(String screen) {
    shell.screenProperty().set(screen);
  }

  /** Shows it. */
  public void show(Stage stage) {
    stage.setTitle("Crosstrust");
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setScene(scene);
    stage.show();
  }
}
