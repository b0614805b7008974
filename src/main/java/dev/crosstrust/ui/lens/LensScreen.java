package dev.crosstrust.ui.lens;

import dev.crosstrust.secret.Secret;
import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.workplace.Workplace;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/** The token lens as an entry of the rail. */
public final class LensScreen {
  /** The screen's id in the rail. */
  public static final String ID = "lens";

  private final LensModel model;
  private final Screen screen;

  /** Makes it; nothing is read or asked until somebody gives it a token. */
  public LensScreen(Background background, Workplace workplace) {
    model = new LensModel(background, workplace);
    LensController controller = new LensController(model);
    Parent root = Fxml.load(controller);
    screen =
        new Screen(
            ID, "Token lens", Feather.SEARCH, Screen.Group.DIAGNOSE, root, controller::shown);
  }

  public Screen screen() {
    return screen;
  }

  /** Reads a token that was found elsewhere, in the place of the one that is there. */
  public void read(Secret token) {
    model.read(token.reveal());
  }
}
