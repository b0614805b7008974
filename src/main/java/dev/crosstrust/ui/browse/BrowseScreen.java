package dev.crosstrust.ui.browse;

import dev.crosstrust.ui.kit.Chooser;
import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Screen;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.workplace.Workplace;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/** Entry of the feature. */
public final class BrowseScreen {
  /** The screen's id in the rail. */
  public static final String ID = "browse";

  private BrowseScreen() {}

  /**
   * The screen.
   *
   * @param chooser asks where to download to and what to upload
   */
  public static Screen of(Background background, Workplace workplace, Chooser chooser) {
    BrowseModel model =
        new BrowseModel(
            background,
            () -> workplace.surroundings().get().clock().instant(),
            new RoadAccess(workplace.surroundings().get()));
    workplace.surroundings().addListener((_, _, here) -> model.workOn(new RoadAccess(here)));
    BrowseReports.follow(model, workplace.happenings());
    return of(model, chooser);
  }

  static Screen of(BrowseModel model, Chooser chooser) {
    BrowseController controller = new BrowseController(model, chooser);
    Parent root = Fxml.load(controller);
    return new Screen(
        ID,
        "Browse",
        Feather.FOLDER,
        Screen.Group.DIAGNOSE,
        root,
        controller::shown,
        Deed.actions(controller::run));
  }
}
