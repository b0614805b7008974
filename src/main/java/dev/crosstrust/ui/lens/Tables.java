package dev.crosstrust.ui.lens;

import dev.crosstrust.ui.kit.WrappedCell;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** What the two tables of the lens have in common. */
final class Tables {
  static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private Tables() {}

  /** A table whose rows are as high as their text; {@link #COPY} copies of the chosen row. */
  static <S> TableView<S> table(String name, Function<S, String> copied) {
    TableView<S> table = new TableView<>();
    table.setAccessibleText(name);
    table.getStyleClass().add("lens-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          S row = table.getSelectionModel().getSelectedItem();
          if (COPY.match(event) && row != null) {
            SecretClipboard.put(copied.apply(row));
            event.consume();
          }
        });
    return table;
  }

  /**
   * One column of it.
   *
   * @param share of the table's width, in pixels of a table of usual width
   */
  static <S> TableColumn<S, S> column(String title, double share, Function<S, VBox> lines) {
    TableColumn<S, S> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new WrappedCell<>(lines));
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(share);
    return column;
  }

  static Label line(String text, String... styles) {
    Label line = new Label(text);
    line.setWrapText(true);
    line.setMinHeight(Label.USE_PREF_SIZE);
    line.getStyleClass().addAll(styles);
    return line;
  }
}
