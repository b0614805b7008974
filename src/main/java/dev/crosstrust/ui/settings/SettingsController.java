package dev.crosstrust.ui.settings;

import dev.crosstrust.ui.kit.Look;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** The settings: one segment of a control for each theme. */
public final class SettingsController {
  private final SettingsModel model;

  @FXML private ToggleButton system;
  @FXML private ToggleButton light;
  @FXML private ToggleButton dark;

  @SuppressWarnings("NullAway.Init") // the loader sets the nodes before it calls initialize
  SettingsController(SettingsModel model) {
    this.model = model;
  }

  public SettingsModel getModel() {
    return model;
  }

  @FXML
  void initialize() {
    ToggleGroup segments = new ToggleGroup();
    Map.of(system, Look.SYSTEM, light, Look.LIGHT, dark, Look.DARK)
        .forEach((button, look) -> segment(segments, button, look));
  }

  private void segment(ToggleGroup segments, ToggleButton button, Look look) {
    button.setToggleGroup(segments);
    model.themeProperty().subscribe(chosen -> button.setSelected(chosen == look));
    button.setOnAction(
        _ -> {
          model.themeProperty().set(look);
          // Pressing the chosen one again does not take it away.
          button.setSelected(true);
        });
  }
}
