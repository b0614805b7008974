package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Flow.Actor;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** An actor of a road. */
final class FlowBox extends VBox {
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

  private final Shape shape;
  private final VBox lines = new VBox();

  /** What cannot change without drawing anew. */
  record Shape(String title, int arrows) {}

  FlowBox(Actor actor) {
    shape = shapeOf(actor);
    getStyleClass().add("flow-box");
    if (actor.cloud() != null) {
      getStyleClass().add(actor.cloud().name().toLowerCase(Locale.ROOT));
    }
    Label title = new Label(actor.title());
    title.getStyleClass().add("flow-title");
    title.setWrapText(true);
    getChildren().addAll(title, lines);
    setMaxHeight(Double.MAX_VALUE);
  }

  static Shape shapeOf(Actor actor) {
    return new Shape(actor.title(), actor.asked().size());
  }

  Shape shape() {
    return shape;
  }

  void show(Actor actor) {
    List<Label> labels = actor.lines().stream().map(FlowBox::line).toList();
    lines.getChildren().setAll(labels);
    pseudoClassStateChanged(WAITING, !actor.reached());
  }

  private static Label line(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("flow-line");
    label.setTooltip(new Tooltip(text));
    return label;
  }
}
