package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Flow.Arrow;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One call of a road: what is asked for above the line, what came of it below. */
final class FlowArrow extends VBox implements FlowCall {
  private final String to;
  private final WrappedName caption = caption();
  private final WrappedName told = new WrappedName("flow-status", 3, HPos.CENTER);
  private final FlowBead bead = new FlowBead();
  private final Tooltip tooltip = new Tooltip();
  private int leg = Arrow.NO_LEG;

  /**
   * @param to the title of the actor that is asked
   */
  FlowArrow(String to) {
    this.to = to;
    setAlignment(Pos.CENTER);
    getChildren().addAll(caption, new StackPane(FlowBead.line(), bead), told);
    setMaxHeight(Double.MAX_VALUE);
    setAccessibleRole(AccessibleRole.BUTTON);
    Tooltip.install(this, tooltip);
  }

  @Override
  public int leg() {
    return leg;
  }

  @Override
  public void show(Arrow arrow) {
    leg = arrow.leg();
    getStyleClass().setAll("flow-arrow", arrow.state().name().toLowerCase(Locale.ROOT));
    caption.name(arrow.caption());
    told.name(arrow.told());
    bead.show(arrow.state());
    setAccessibleText(arrow.words(to));
    tooltip.setText(arrow.hint(to));
  }

  /** What stands above a line. */
  static WrappedName caption() {
    return new WrappedName("flow-caption", 3, HPos.CENTER);
  }
}
