package dev.crosstrust.ui.routes;

import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteProblem;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A saved route in the chooser; in the list with what it starts from, or why it is none. */
final class LoadedCell extends ListCell<Loaded> {
  private static final int WIDEST = 420;

  private final boolean listed;

  /**
   * @param listed false for the one in the head, which has the name alone
   */
  LoadedCell(boolean listed) {
    this.listed = listed;
  }

  @Override
  protected void updateItem(@Nullable Loaded item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(null);
    if (item == null || empty) {
      return;
    }
    String name = RoutesModel.name(item);
    setAccessibleText(name + ", " + about(item));
    if (listed) {
      Label about = new Label(about(item));
      about.getStyleClass().add("route-about");
      about.setWrapText(true);
      about.setMaxWidth(WIDEST);
      setGraphic(new VBox(new Label(name), about));
    } else {
      setText(name);
    }
  }

  private static String about(Loaded item) {
    return switch (item) {
      case Loaded.Good(Route route, String _) ->
          "%s, from %s".formatted(route.direction().arrow(), route.identity());
      case Loaded.Bad(RouteProblem problem) -> "cannot be read: " + problem.message();
    };
  }
}
