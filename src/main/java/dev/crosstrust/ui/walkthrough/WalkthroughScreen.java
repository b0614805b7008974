package dev.crosstrust.ui.walkthrough;

import dev.crosstrust.ui.kit.Fxml;
import dev.crosstrust.ui.kit.Screen;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/** The walkthrough's entry at the rail's foot. */
public final class WalkthroughScreen {
  /** The screen's id in the rail. */
  public static final String ID = "walkthrough";

  private WalkthroughScreen() {}

  /**
   * Makes it.
   *
   * @param notNow where those go who do not want to be shown around
   */
  public static Screen of(WalkthroughModel model, Runnable notNow) {
    WalkthroughController controller = new WalkthroughController(model, notNow);
    Parent root = Fxml.load(controller);
    return new Screen(
        ID,
        "Walkthrough",
        Feather.COMPASS,
        Screen.Group.FOOT,
        root,
        controller::shown,
        actions(model));
  }

  private static List<Screen.Action> actions(WalkthroughModel model) {
    List<Screen.Action> actions = new ArrayList<>();
    for (StoryModel story : model.stories()) {
      String title = story.story().title();
      actions.add(new Screen.Action("Start the story: " + title, null, () -> model.start(story)));
      actions.add(
          new Screen.Action(
              "Resume the story: " + title,
              null,
              () -> model.resume(story),
              () -> story.isBegun() && !story.isDone() && !model.tells()));
    }
    actions.add(new Screen.Action("Leave the walkthrough", null, model::leave, model::tells));
    return actions;
  }
}
