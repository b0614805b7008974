package dev.crosstrust.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Something that lies over the window until Esc, or a click beside it; then the focus goes back.
 */
class Overlay extends StackPane {
  private static final int FROM_TOP = 80;

  private @Nullable Node before;

  Overlay() {
    getStyleClass().add("overlay");
    setAlignment(Pos.TOP_CENTER);
    setPadding(new Insets(FROM_TOP, 0, FROM_TOP / 2.0, 0));
    setVisible(false);
    setOnMouseClicked(
        event -> {
          if (equals(event.getTarget())) {
            close();
          }
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
          }
        });
  }

  final void show(Region box, Node focused) {
    if (!isVisible()) {
      before = getScene() == null ? null : getScene().getFocusOwner();
    }
    getChildren().setAll(box);
    setVisible(true);
    focused.requestFocus();
  }

  final void close() {
    setVisible(false);
    if (before != null) {
      before.requestFocus();
      before = null;
    }
  }
}
