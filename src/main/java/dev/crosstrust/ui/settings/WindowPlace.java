package dev.crosstrust.ui.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/**
 * Where a window is, in JavaFX's coordinates over all screens.
 *
 * @param maximised whether it fills its screen; the rest is then its place without that
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {
  /** So much of a window must be on a screen for people to get hold of it. */
  private static final double LEAST_SEEN = 80;

  /**
   * The same place, moved and made smaller so that it is wholly on the screen that shows most of
   * it; nothing when no screen shows enough of it.
   *
   * @param screens what windows may cover of each screen
   */
  public Optional<WindowPlace> on(List<Rectangle2D> screens) {
    return screens.stream()
        .filter(screen -> seen(screen) > 0)
        .max(Comparator.comparingDouble(this::seen))
        .map(this::within);
  }

  private WindowPlace within(Rectangle2D screen) {
    double w = Math.min(width, screen.getWidth());
    double h = Math.min(height, screen.getHeight());
    return new WindowPlace(
        Math.clamp(x, screen.getMinX(), screen.getMaxX() - w),
        Math.clamp(y, screen.getMinY(), screen.getMaxY() - h),
        w,
        h,
        maximised);
  }

  /** The area that a screen shows of it, 0 when that is too little or no sensible number. */
  private double seen(Rectangle2D screen) {
    double across = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
    double down = Math.min(y + height, screen.getMaxY()) - Math.max(y, screen.getMinY());
    return across >= LEAST_SEEN && down >= LEAST_SEEN ? across * down : 0;
  }
}
