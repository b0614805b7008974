package dev.crosstrust.ui.walkthrough;

import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/** Dims the window but for one place, with a ring around it. The mouse goes through. */
final class Shade extends Group {
  private static final double ROUND = 12;

  Shade() {
    setMouseTransparent(true);
  }

  void show(double width, double height, Rectangle2D light) {
    Shape dark = Shape.subtract(new Rectangle(width, height), round(light));
    dark.getStyleClass().add("spotlight-shade");
    Rectangle ring = round(light);
    ring.getStyleClass().add("spotlight-ring");
    getChildren().setAll(dark, ring);
  }

  private static Rectangle round(Rectangle2D place) {
    Rectangle shape =
        new Rectangle(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
    shape.setArcWidth(ROUND);
    shape.setArcHeight(ROUND);
    return shape;
  }
}
