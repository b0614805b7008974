package dev.crosstrust.ui.kit;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A place to scroll up and down whose content is made anew while somebody types beside it: what was
 * scrolled to stays where it is. What comes new begins where it matters, whatever its room becomes,
 * until somebody scrolls.
 */
public final class SteadyScroll extends ScrollPane {
  /** So many pixels are seen above what matters, where there is room: they say what it is of. */
  private static final double LEAD = 64;

  private @Nullable Node matters;
  private double own;
  private double ownHidden;

  public SteadyScroll() {
    getStyleClass().add("edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    FocusFollower.on(this);
    vvalueProperty().subscribe(now -> scrolled(now.doubleValue()));
  }

  /** Puts this in the place of what there is; at its beginning where the other was not seen. */
  public SteadyScroll show(Region content) {
    return show(content, Optional.empty());
  }

  /**
   * Puts this in the place of what there is.
   *
   * @param first what is to be seen of it, where the other was not seen; empty for its beginning
   */
  public SteadyScroll show(Region content, Optional<? extends Node> first) {
    matters = getScene() == null ? first.orElse(null) : null;
    double top = getScene() == null ? 0 : getVvalue() * hidden();
    setContent(content);
    if (top > 0) {
      applyCss();
      layout();
    }
    double hidden = hidden();
    scrollTo(top > 0 && hidden > 0 ? Math.min(1, top / hidden) : 0);
    return this;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (matters != null && getContent() instanceof Region content) {
      content.layout();
      reveal(content, matters);
    }
  }

  private void reveal(Region content, Node node) {
    Bounds at = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double seen = getViewportBounds().getHeight();
    double hidden = hidden();
    if (hidden > 0) {
      double above = Math.clamp(seen - at.getHeight(), 0, LEAD);
      scrollTo(at.getMaxY() <= seen ? 0 : Math.min(1, (at.getMinY() - above) / hidden));
    }
  }

  /** Somebody who looks scrolls while nothing else changes; otherwise its new room is the cause. */
  private void scrolled(double value) {
    if (value != own && hidden() == ownHidden) {
      matters = null;
    }
  }

  private void scrollTo(double value) {
    own = value;
    ownHidden = hidden();
    setVvalue(value);
  }

  /** Pixels of the content that are out of sight. */
  private double hidden() {
    return getContent() == null
        ? 0
        : Math.max(0, getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight());
  }
}
