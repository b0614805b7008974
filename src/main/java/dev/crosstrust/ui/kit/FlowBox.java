package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Flow.Actor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** An actor of a road. */
final class FlowBox extends VBox {
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

  private static final int MOST_LINES = 4;

  /** How the addresses of all service accounts end: it tells nobody anything here. */
  private static final String OF_SERVICE_ACCOUNTS = ".iam.gserviceaccount.com";

  private final Shape shape;
  private final VBox lines = new VBox();

  /** Where there is no room for all of it. */
  private final Tooltip tooltip = new Tooltip();

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
    Tooltip.install(this, tooltip);
  }

  static Shape shapeOf(Actor actor) {
    return new Shape(actor.title(), actor.asked().size());
  }

  Shape shape() {
    return shape;
  }

  void show(Actor actor) {
    lines.getChildren().setAll(actor.lines().stream().map(FlowBox::line).toList());
    List<String> words = words(actor);
    setAccessibleText(String.join(", ", words));
    tooltip.setText(String.join("\n", words));
    pseudoClassStateChanged(WAITING, !actor.reached());
  }

  private static List<String> words(Actor actor) {
    return Stream.concat(Stream.of(actor.title()), actor.lines().stream()).toList();
  }

  private static WrappedName line(String text) {
    WrappedName line = new WrappedName("flow-line", MOST_LINES, HPos.LEFT);
    line.name(text.replace(OF_SERVICE_ACCOUNTS, ""));
    return line;
  }
}
