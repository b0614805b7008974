package dev.crosstrust.ui.kit;

import dev.crosstrust.ui.kit.Flow.Arrow;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/** A call of a road that can be chosen: an arrow of its own, or a stop on one with others. */
sealed interface FlowCall permits FlowArrow, FlowStop {
  PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  /** What is clicked, and has the focus. */
  default Node node() {
    return (Node) this;
  }

  /** Its number in the run; {@link Arrow#NO_LEG} while it has not been made. */
  int leg();

  void show(Arrow arrow);

  /** Tab stops at the chosen call only. */
  default void mark(boolean chosen) {
    node().setFocusTraversable(chosen);
    node().pseudoClassStateChanged(CHOSEN, chosen);
  }
}
