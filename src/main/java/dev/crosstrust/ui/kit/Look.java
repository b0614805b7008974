package dev.crosstrust.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.util.Subscription;

/** Light or dark: as the system has it, or as the user wants it. */
public enum Look {
  SYSTEM,
  LIGHT,
  DARK;

  private static final int ANY_SIZE = 12;
  private static final List<Integer> ICONS = List.of(16, 24, 32, 48, 64, 128);

  /** Puts it on all windows. */
  public void apply() {
    switch (this) {
      case LIGHT -> sheet(ColorScheme.LIGHT);
      case DARK -> sheet(ColorScheme.DARK);
      case SYSTEM -> sheet(Platform.getPreferences().getColorScheme());
    }
  }

  /**
   * Applies what is wanted now, and again whenever that or, for {@link #SYSTEM}, the system's own
   * changes.
   *
   * @return ends it: the system outlives a window, and would keep it
   */
  public static Subscription follow(ObservableValue<Look> wanted) {
    Subscription ofSystem =
        Platform.getPreferences()
            .colorSchemeProperty()
            .subscribe(
                () -> {
                  if (wanted.getValue() == SYSTEM) {
                    SYSTEM.apply();
                  }
                });
    return wanted.subscribe(Look::apply).and(ofSystem);
  }

  /** Our own sheet, and the face for tokens and names, for a window's scene. */
  public static void dress(Scene scene) {
    font("JetBrainsMono-Regular.ttf");
    font("JetBrainsMono-Bold.ttf");
    scene.getStylesheets().add(resource("crosstrust.css"));
  }

  /** The program's picture in several sizes, of which the system takes what fits. */
  public static List<Image> icons() {
    return ICONS.stream()
        .map(size -> new Image(resource("icon/crosstrust-%d.png".formatted(size))))
        .toList();
  }

  private static void sheet(ColorScheme scheme) {
    Application.setUserAgentStylesheet(
        scheme == ColorScheme.DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  private static void font(String file) {
    InputStream face = Look.class.getResourceAsStream("fonts/" + file);
    Objects.requireNonNull(Font.loadFont(Objects.requireNonNull(face, file), ANY_SIZE), file);
  }

  private static String resource(String name) {
    return Objects.requireNonNull(Look.class.getResource(name), name).toExternalForm();
  }
}
