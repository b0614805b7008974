package dev.crosstrust.ui.routes.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * What lies below a row's cells: it has the focus, is what is heard, and is red where it misses.
 */
final class CheckRowGround extends Region {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final CheckRow row;

  CheckRowGround(CheckRow row) {
    this.row = row;
    getStyleClass().add("check-row");
    if (row.mark().bad()) {
      getStyleClass().add("bad");
    }
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TABLE_ROW);
    setAccessibleText(row.spoken());
    setOnMousePressed(_ -> requestFocus());
  }

  /** Has up and down walk along the rows of a grid, and the copy key copy one. */
  static void walk(Parent grid) {
    grid.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getTarget() instanceof CheckRowGround row) {
            row.pressed(event, grid);
          }
        });
  }

  private void pressed(KeyEvent event, Parent grid) {
    List<Node> rows =
        grid.getChildrenUnmodifiable().stream().filter(CheckRowGround.class::isInstance).toList();
    int to = rows.indexOf(this) + (event.getCode() == KeyCode.DOWN ? 1 : -1);
    if (COPY.match(event)) {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, copied()));
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
      if (to >= 0 && to < rows.size()) {
        rows.get(to).requestFocus();
      }
      event.consume();
    }
  }

  /** What the token says; where it says nothing, what is wanted. */
  private String copied() {
    return row.says().isEmpty()
        ? String.join("\n", row.wants())
        : row.says().stream().map(CheckRow.Said::value).collect(Collectors.joining("\n"));
  }
}
