package dev.crosstrust.ui.routes;

import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.workplace.Workplace;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/** The screen Routes. */
public final class RoutesScreen {
  public static final String ID = "routes";

  private RoutesScreen() {}

  public static Screen of(Background background, Workplace workplace) {
    RoutesModel model = new RoutesModel(background, workplace.surroundings()::get);
    RoutesController controller = new RoutesController(model);
    Parent root = Fxml.load(controller);
    root.setId(ID);
    workplace.surroundings().subscribe((_, _) -> controller.entered());
    RunReports.follow(model, workplace.happenings());
    return new Screen(
        ID, "Routes", Feather.SHUFFLE, Screen.Group.DIAGNOSE, root, controller::shown);
  }
}
