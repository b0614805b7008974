package dev.crosstrust.ui.routes.setup;

import dev.crosstrust.setup.item.SetupItem;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the list: the state, the piece, why. */
final class SetupItemCell extends ListCell<SetupItem> {
  SetupItemCell() {
    getStyleClass().add("setup-cell");
    // The list is as wide as the tab leaves it; what is too long is cut.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable SetupItem item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(item == null || empty ? null : view(item));
    setAccessibleText(
        item == null || empty
            ? null
            : "%s: %s. %s".formatted(word(item.state()), item.item(), item.because()));
  }

  /** In small letters. */
  static String word(SetupItem.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static HBox view(SetupItem item) {
    VBox text = new VBox(line(item.item(), "setup-item"), line(item.because(), "choice-about"));
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMinWidth(0);
    HBox row = new HBox(icon(item.state()), text);
    row.getStyleClass().addAll("setup-row", word(item.state()));
    return row;
  }

  private static Label line(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setTextOverrun(OverrunStyle.ELLIPSIS);
    label.setTooltip(new Tooltip(words));
    label.setMinWidth(0);
    return label;
  }

  private static FontIcon icon(SetupItem.State state) {
    FontIcon icon =
        new FontIcon(
            switch (state) {
              case PRESENT -> Feather.CHECK_CIRCLE;
              case MISSING -> Feather.X_CIRCLE;
              case UNKNOWN -> Feather.HELP_CIRCLE;
            });
    icon.getStyleClass().add("setup-icon");
    return icon;
  }
}
