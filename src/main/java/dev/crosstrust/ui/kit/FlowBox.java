package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Flow.Actor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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

  /** What all service accounts of a project have in common says nothing. */
  private static final Pattern ACCOUNT =
      Pattern.compile("(@[a-z0-9-]+)\\.iam\\.gserviceaccount\\.com\\b");

  private final Shape shape;
  private final int most;
  private final VBox lines = new VBox();

  /** Where there is no room for all of it. */
  private final Tooltip tooltip = new Tooltip();

  /** What cannot change without drawing anew. */
  record Shape(String title, int arrows) {}

  /**
   * @param brief whether each of its lines may go on in no other, because boxes share the height
   */
  FlowBox(Actor actor, boolean brief) {
    shape = shapeOf(actor);
    most = brief ? 1 : MOST_LINES;
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
    lines.getChildren().setAll(actor.lines().stream().map(this::line).toList());
    List<String> words = words(actor);
    setAccessibleText(String.join(", ", words));
    tooltip.setText(String.join("\n", words));
    pseudoClassStateChanged(WAITING, !actor.reached());
  }

  private static List<String> words(Actor actor) {
    return Stream.concat(Stream.of(actor.title()), actor.lines().stream()).toList();
  }

  private WrappedName line(String text) {
    WrappedName line = new WrappedName("flow-line", most, HPos.LEFT);
    line.name(ACCOUNT.matcher(text).replaceFirst("$1"));
    line.setAccessibleText(text);
    return line;
  }
}
