package dev.crosstrust.ui.routes.form;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Something to be chosen, and a line about it. */
abstract class TwoLineCell extends ListCell<String> {
  @Override
  protected void updateItem(@Nullable String item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
  }

  final void show(String what, String about) {
    Label first = new Label(what);
    first.getStyleClass().add("mono");
    Label second = new Label(about);
    second.getStyleClass().add("choice-about");
    setGraphic(new VBox(first, second));
    setAccessibleText(what + ", " + about);
  }
}
