package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Flow.Arrow;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One call of a road: what is asked for above the line, what came of it below. Where several are
 * folded into one line each is only its bead.
 */
final class FlowArrow extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private static final int MOST_LINES = 4;

  private final String to;
  private final boolean folded;
  private final Label caption = label("flow-caption");
  private final WrappedName told = new WrappedName("flow-status", MOST_LINES, HPos.CENTER);
  private final FontIcon icon = new FontIcon(Feather.CIRCLE);
  private final StackPane bead = new StackPane(icon);
  private final Tooltip tooltip = new Tooltip();
  private int leg = Arrow.NO_LEG;

  /**
   * @param to the title of the actor that is asked
   * @param folded whether it shares its line with others
   */
  FlowArrow(String to, boolean folded) {
    this.to = to;
    this.folded = folded;
    bead.getStyleClass().add("flow-bead");
    setAlignment(Pos.CENTER);
    if (folded) {
      getChildren().add(bead);
    } else {
      getChildren().addAll(caption, new StackPane(line(), bead), told);
    }
    setAccessibleRole(AccessibleRole.BUTTON);
    Tooltip.install(this, tooltip);
  }

  int leg() {
    return leg;
  }

  void show(Arrow arrow) {
    leg = arrow.leg();
    getStyleClass().setAll("flow-arrow", style(arrow.state()));
    if (folded) {
      getStyleClass().add("folded");
    }
    caption.setText(arrow.caption());
    told.name(arrow.told());
    icon.setIconCode(icon(arrow.state()));
    bead.setVisible(folded || arrow.state() != Flow.State.WAITING);
    String words =
        "%s from %s: %s%s"
            .formatted(
                arrow.caption(),
                to,
                arrow.state().words(),
                arrow.told().isEmpty() ? "" : ", " + arrow.told());
    setAccessibleText(words);
    tooltip.setText(arrow.made() ? words + "\nChoose it: click, or the arrow keys" : words);
  }

  void mark(boolean chosen) {
    setFocusTraversable(chosen);
    pseudoClassStateChanged(CHOSEN, chosen);
  }

  static String style(Flow.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Feather icon(Flow.State state) {
    return switch (state) {
      case WAITING -> Feather.CIRCLE;
      case RUNNING -> Feather.MORE_HORIZONTAL;
      case DONE, HOPEFUL -> Feather.CHECK;
      case FAILED, HOPELESS -> Feather.X;
      case CANCELLED -> Feather.SLASH;
    };
  }

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

  private static Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setTextAlignment(TextAlignment.CENTER);
    label.setAlignment(Pos.CENTER);
    return label;
  }
}
