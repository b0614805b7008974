package dev.crosstrust.ui.kit;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/** Scrolls whatever gets the focus into view, so that Tab never leads out of sight. */
public final class FocusFollower {
  private static final double MARGIN = 24;

  private final ScrollPane pane;

  private FocusFollower(ScrollPane pane) {
    this.pane = pane;
  }

  /** Has a scroll pane do so, up and down. */
  public static void on(ScrollPane pane) {
    FocusFollower follower = new FocusFollower(pane);
    pane.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .subscribe(owner -> follower.show(owner));
  }

  private void show(@Nullable Node owner) {
    Node content = pane.getContent();
    if (owner == null || content == null || !isInside(owner, content)) {
      return;
    }
    Bounds at = content.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
    double seen = pane.getViewportBounds().getHeight();
    double hidden = content.getLayoutBounds().getHeight() - seen;
    if (hidden <= 0) {
      return;
    }
    double top = pane.getVvalue() * hidden;
    if (at.getMinY() - MARGIN < top) {
      pane.setVvalue(Math.max(0, at.getMinY() - MARGIN) / hidden);
    } else if (at.getMaxY() + MARGIN > top + seen) {
      pane.setVvalue(Math.min(1, (at.getMaxY() + MARGIN - seen) / hidden));
    }
  }

  private static boolean isInside(Node node, Node ancestor) {
    for (Node it = node; it != null; it = it.getParent()) {
      if (it.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }
}
