package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Flow.State;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How far a call is, as a sign on its line. */
final class FlowBead extends StackPane {
  private final FontIcon icon = new FontIcon(Feather.CIRCLE);

  FlowBead() {
    getStyleClass().add("flow-bead");
    getChildren().add(icon);
  }

  void show(State state) {
    icon.setIconCode(icon(state));
    setVisible(state != State.WAITING);
  }

  private static Feather icon(State state) {
    return switch (state) {
      case WAITING -> Feather.CIRCLE;
      case RUNNING -> Feather.MORE_HORIZONTAL;
      case DONE -> Feather.CHECK;
      case FAILED -> Feather.X;
      case CANCELLED -> Feather.SLASH;
    };
  }

  /** The line that it stands on. */
  static HBox line() {
    Region shaft = new Region();
    shaft.getStyleClass().add("flow-shaft");
    HBox.setHgrow(shaft, Priority.ALWAYS);
    Region head = new Region();
    head.getStyleClass().add("flow-head");
    HBox line = new HBox(shaft, head);
    line.setAlignment(Pos.CENTER);
    return line;
  }
}
