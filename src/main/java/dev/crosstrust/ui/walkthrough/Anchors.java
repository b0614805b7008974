package dev.crosstrust.ui.walkthrough;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Finds by their ids the controls that steps are about, and what can be seen of them. */
final class Anchors {
  private static final Bounds NOTHING = new BoundingBox(0, 0, -1, -1);

  private Anchors() {}

  /** What can be seen of a node now, in the coordinates of its scene. */
  record Spot(Node node, Bounds seen) {}

  /** The first anchor that can be seen, else the rail's entry of the step's screen. */
  static Optional<Spot> spot(Scene scene, StoryModel.Place place) {
    Step step = place.step();
    Stream<Node> wanted =
        screen(scene, step).stream()
            .flatMap(
                screen -> step.light(place.reached()).stream().map(id -> screen.lookup("#" + id)))
            .filter(Objects::nonNull);
    Stream<Node> rail = Stream.ofNullable(scene.lookup("#rail-" + step.screen()));
    return Stream.concat(wanted, rail)
        .map(node -> new Spot(node, seen(node)))
        .filter(spot -> !spot.seen().isEmpty())
        .findFirst();
  }

  /** The screen of a step, while it is shown. */
  static Optional<Node> screen(Scene scene, Step step) {
    return Optional.ofNullable(scene.lookup("#" + step.screen()));
  }

  /** Where the keyboard goes when it goes to a node: to it, or to the first that takes it there. */
  static Optional<Node> focusable(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> focusable(child).stream())
            .findFirst()
        : Optional.empty();
  }

  /** Nothing where it, or what holds it, is hidden or scrolled away. */
  private static Bounds seen(Node node) {
    Bounds seen = node.localToScene(node.getLayoutBounds());
    for (Node it = node; it != null; it = it.getParent()) {
      if (!it.isVisible()) {
        return NOTHING;
      }
      if (it.getClip() != null) {
        seen = common(seen, it.localToScene(it.getClip().getBoundsInParent()));
      }
    }
    return seen.getWidth() > 0 && seen.getHeight() > 0 ? seen : NOTHING;
  }

  private static Bounds common(Bounds one, Bounds other) {
    double x = Math.max(one.getMinX(), other.getMinX());
    double y = Math.max(one.getMinY(), other.getMinY());
    return new BoundingBox(
        x,
        y,
        Math.min(one.getMaxX(), other.getMaxX()) - x,
        Math.min(one.getMaxY(), other.getMaxY()) - y);
  }
}
