package dev.crosstrust.ui.walkthrough;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Where a card goes beside what it is about: never over it while there is room, never outside. */
final class Placement {
  private static final double GAP = 14;
  private static final double EDGE = 12;

  private Placement() {}

  /**
   * The card's upper left corner, in a window whose own is at 0, 0. Beside something tall it is at
   * the foot: what there is to read begins at the top.
   */
  static Point2D beside(Rectangle2D about, Dimension2D card, Dimension2D window) {
    double right = window.getWidth() - EDGE - card.getWidth();
    double bottom = window.getHeight() - EDGE - card.getHeight();
    double across = within(about.getMinX(), right);
    boolean tall = about.getHeight() > 2 * card.getHeight();
    double down = within(tall ? about.getMaxY() - card.getHeight() : about.getMinY(), bottom);
    return List.of(
            new Point2D(about.getMaxX() + GAP, down),
            new Point2D(across, about.getMaxY() + GAP),
            new Point2D(about.getMinX() - GAP - card.getWidth(), down),
            new Point2D(across, about.getMinY() - GAP - card.getHeight()))
        .stream()
        .map(corner -> new Point2D(within(corner.getX(), right), within(corner.getY(), bottom)))
        .min(Comparator.comparingDouble(corner -> covered(about, corner, card)))
        .orElseThrow();
  }

  private static double within(double wanted, double most) {
    return Math.clamp(wanted, EDGE, Math.max(EDGE, most));
  }

  private static double covered(Rectangle2D about, Point2D corner, Dimension2D card) {
    double across =
        Math.min(about.getMaxX(), corner.getX() + card.getWidth())
            - Math.max(about.getMinX(), corner.getX());
    double down =
        Math.min(about.getMaxY(), corner.getY() + card.getHeight())
            - Math.max(about.getMinY(), corner.getY());
    return across > 0 && down > 0 ? across * down : 0;
  }
}
