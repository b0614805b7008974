package dev.crosstrust.ui.routes.check;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** A value with its claim beside it, or below where there is no room. */
final class SaidLine extends Region {
  private static final double GAP = 6;

  private final Region value;
  private final Region claim;

  SaidLine(Region value, Region claim) {
    this.value = value;
    this.claim = claim;
    getChildren().setAll(value, claim);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return value.prefWidth(-1) + GAP + claim.prefWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return prefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double below = claim.prefHeight(-1);
    return width < 0 || fits(width)
        ? Math.max(value.prefHeight(-1), below)
        : value.prefHeight(width) + below;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double wide = claim.prefWidth(-1);
    double high = claim.prefHeight(-1);
    if (fits(width)) {
      double own = value.prefWidth(-1);
      value.resizeRelocate(0, 0, own, value.prefHeight(own));
      claim.resizeRelocate(own + GAP, 0, wide, high);
    } else {
      double own = value.prefHeight(width);
      value.resizeRelocate(0, 0, width, own);
      claim.resizeRelocate(0, own, wide, high);
    }
  }

  private boolean fits(double width) {
    return prefWidth(-1) <= width;
  }
}
