package dev.crosstrust.ui.shell;

import javafx.scene.Node;

/** Somebody who points at things in the window, on a layer of their own. */
public interface Guide {
  /** The layer; it takes the mouse where it has something to press, and nowhere else. */
  Node node();

  /** Moves the focus to what the guide says, or from there back into the window. */
  void focus();
}
