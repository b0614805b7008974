package dev.crosstrust.ui.settings;

import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Screen;
import org.kordamp.ikonli.feather.Feather;

/** The entry of the settings at the rail's foot. */
public final class SettingsScreen {
  private SettingsScreen() {}

  /** The screen for these settings. */
  public static Screen of(SettingsModel model) {
    return new Screen(
        "settings",
        "Settings",
        Feather.SETTINGS,
        Screen.Group.FOOT,
        Fxml.load(new SettingsController(model)),
        () -> {});
  }
}
