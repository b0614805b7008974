package dev.crosstrust.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads views: FXML beside its controller, {@code LensController} with {@code Lens.fxml}. */
public final class Fxml {
  private static final String CONTROLLER = "Controller";

  private Fxml() {}

  /** The view of a controller that has been made already. */
  public static Parent load(Object controller) {
    Class<?> type = controller.getClass();
    String name = type.getSimpleName();
    String file = name.substring(0, name.length() - CONTROLLER.length()) + ".fxml";
    URL view = Objects.requireNonNull(type.getResource(file), file);
    FXMLLoader loader = new FXMLLoader(view);
    loader.setController(controller);
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
