package dev.crosstrust.ui.lens;

import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.workplace.Workplace;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/** The token lens as an entry of the rail. */
public final class LensScreen {
  private LensScreen() {}

  /** Makes it; nothing is read or asked until somebody gives it a token. */
  public static Screen of(Background background, Workplace workplace) {
    LensController controller = new LensController(new LensModel(background, workplace));
    Parent root = Fxml.load(controller);
    return new Screen(
        "lens", "Token lens", Feather.SEARCH, Screen.Group.DIAGNOSE, root, controller::shown);
  }
}
