package dev.crosstrust.ui.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {
  private static final Dimension2D CARD = new Dimension2D(340, 240);
  private static final Dimension2D WINDOW = new Dimension2D(1024, 680);

  @ParameterizedTest
  @CsvSource({
    "8, 60, 168, 32", // an entry of the rail
    "184, 52, 440, 600", // a list at the left
    "480, 120, 530, 520", // a table at the right
    "184, 52, 840, 260", // a picture across the window
    "184, 500, 840, 150", // something across the foot
    "900, 10, 110, 30", // a button in the upper right corner
    "8, 640, 168, 30", // the last entry of the rail
  })
  void theCardIsBesideAndInside(double x, double y, double width, double height) {
    Rectangle2D about = new Rectangle2D(x, y, width, height);

    Point2D at = Placement.beside(about, CARD, WINDOW);

    Rectangle2D card = new Rectangle2D(at.getX(), at.getY(), CARD.getWidth(), CARD.getHeight());
    assertThat(card.intersects(about)).isFalse();
    assertThat(new Rectangle2D(0, 0, 1024, 680).contains(card)).isTrue();
  }

  @Test
  void whereThereIsNoRoomItStaysInTheWindow() {
    Point2D at = Placement.beside(new Rectangle2D(0, 0, 1024, 680), CARD, WINDOW);

    assertThat(
            new Rectangle2D(0, 0, 1024, 680)
                .contains(new Rectangle2D(at.getX(), at.getY(), 340, 240)))
        .isTrue();
  }

  @Test
  void aWindowBeforeItsFirstLayoutIsNoProblem() {
    assertThat(Placement.beside(Rectangle2D.EMPTY, CARD, new Dimension2D(0, 0)))
        .isEqualTo(new Point2D(12, 12));
  }
}
