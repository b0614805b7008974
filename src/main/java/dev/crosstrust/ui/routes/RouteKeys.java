package dev.crosstrust.ui.routes;

import dev.crosstrust.ui.routes.check.CheckController;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Which keys do what on the screen. */
final class RouteKeys {
  static final KeyCombination RUN = new KeyCodeCombination(KeyCode.F5);
  static final KeyCombination RUN_TOO = shortcut(KeyCode.R);
  static final KeyCombination PREDICT = shortcut(KeyCode.P);
  static final KeyCombination CANCEL = new KeyCodeCombination(KeyCode.ESCAPE);
  static final KeyCombination TRY = CheckController.TRY;
  static final KeyCombination NEW = shortcut(KeyCode.N);
  static final KeyCombination EDIT = shortcut(KeyCode.E);
  static final KeyCombination IMPORT = shortcut(KeyCode.I);

  private RouteKeys() {}

  private static KeyCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }
}
