package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Flow.Actor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
    setAccessibleText(String.join(", ", words(actor)));
    pseudoClassStateChanged(WAITING, !actor.reached());
  }

  private static List<String> words(Actor actor) {
    return Stream.concat(Stream.of(actor.title()), actor.lines().stream()).toList();
  }

  /** Wraps where it is narrow, and ends in dots where that is not enough. */
  private static Label line(String text) {
    Label label = new Label(SoftBreaks.in(text));
    label.setWrapText(true);
    label.getStyleClass().add("flow-line");
    label.setAccessibleText(text);
    label.setTooltip(new Tooltip(text));
    return label;
  }
}
