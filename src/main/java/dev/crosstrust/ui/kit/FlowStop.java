package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Flow.Arrow;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** One of several calls on one arrow. */
final class FlowStop extends StackPane implements FlowCall {
  private final String to;
  private final FlowBead bead = new FlowBead();
  private final Tooltip tooltip = new Tooltip();
  private int leg = Arrow.NO_LEG;

  /**
   * @param to the title of the actor that is asked
   */
  FlowStop(String to) {
    this.to = to;
    getChildren().add(bead);
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
    getStyleClass()
        .setAll("flow-arrow", "flow-stop", arrow.state().name().toLowerCase(Locale.ROOT));
    bead.show(arrow.state());
    setAccessibleText(arrow.words(to));
    tooltip.setText(arrow.hint(to));
  }
}
