package dev.crosstrust.ui.kit;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * A place to scroll up and down whose content is made anew while somebody types beside it: what was
 * scrolled to stays where it is.
 */
public final class SteadyScroll extends ScrollPane {
  public SteadyScroll() {
    getStyleClass().add("edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    FocusFollower.on(this);
  }

  /** Puts this in the place of what there is; at its beginning where the other was not seen. */
  public SteadyScroll show(Region content) {
    double top = getScene() == null ? 0 : getVvalue() * hidden();
    setContent(content);
    if (top > 0) {
      applyCss();
      layout();
    }
    double hidden = hidden();
    setVvalue(top > 0 && hidden > 0 ? Math.min(1, top / hidden) : 0);
    return this;
  }

  /** Pixels of the content that are out of sight. */
  private double hidden() {
    return getContent() == null
        ? 0
        : Math.max(0, getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight());
  }
}
