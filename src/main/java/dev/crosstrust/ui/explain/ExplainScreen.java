package dev.crosstrust.ui.explain;

import dev.crosstrust.diagnosis.Explain;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Latest;
import dev.crosstrust.ui.workplace.Workplace;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/** The screen Explain as an entry of the rail. */
public final class ExplainScreen {
  /** The screen's id in the rail. */
  public static final String ID = "explain";

  private ExplainScreen() {}

  /**
   * Makes it; nothing it is given leaves the window.
   *
   * @param chooser asks for a file to read
   * @param lens shows a token that was in a text
   */
  public static Screen of(
      Background background, Workplace workplace, Chooser chooser, Consumer<Secret> lens) {
    return of(
        new ExplainModel(background, Explain::text, Latest.TYPING),
        new EvaluateModel(
            background, () -> workplace.surroundings().get().clock().instant(), Latest.TYPING),
        chooser,
        lens);
  }

  static Screen of(
      ExplainModel model, EvaluateModel evaluation, Chooser chooser, Consumer<Secret> lens) {
    ExplainController controller = new ExplainController(model, evaluation, chooser, lens);
    Parent root = Fxml.load(controller);
    return new Screen(
        ID,
        "Explain",
        Feather.HELP_CIRCLE,
        Screen.Group.DIAGNOSE,
        root,
        controller::shown,
        controller.actions());
  }
}
