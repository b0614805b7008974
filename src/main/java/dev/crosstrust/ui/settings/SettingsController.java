package dev.crosstrust.ui.settings;

import dev.crosstrust.ui.kit.Look;
import dev.crosstrust.ui.kit.Segments;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;

/** The settings: one segment of a control for each theme, and who may be asked. */
public final class SettingsController {
  private final SettingsModel model;

  @FXML private ToggleButton system;
  @FXML private ToggleButton light;
  @FXML private ToggleButton dark;
  @FXML private CheckBox asksOthers;

  @SuppressWarnings("NullAway.Init") // the loader sets the nodes before it calls initialize
  SettingsController(SettingsModel model) {
    this.model = model;
  }

  public SettingsModel getModel() {
    return model;
  }

  @FXML
  void initialize() {
    Segments.of(
        Map.of(system, Look.SYSTEM, light, Look.LIGHT, dark, Look.DARK),
        model.themeProperty(),
        look -> model.themeProperty().set(look));
    asksOthers.selectedProperty().bindBidirectional(model.asksOthersProperty());
  }
}
