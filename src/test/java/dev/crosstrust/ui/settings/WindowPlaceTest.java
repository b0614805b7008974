package dev.crosstrust.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
  private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1080);
  private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 1280, 720);
  private static final List<Rectangle2D> BOTH = List.of(LEFT, RIGHT);

  @Test
  void aPlaceOnAScreenStays() {
    WindowPlace place = new WindowPlace(100, 50, 1280, 800, true);

    assertThat(place.on(BOTH)).contains(place);
  }

  @Test
  void itGoesToTheScreenThatShowsMostOfIt() {
    WindowPlace place = new WindowPlace(1700, 10, 1100, 700, false);

    assertThat(place.on(BOTH)).contains(new WindowPlace(1920, 10, 1100, 700, false));
  }

  @Test
  void whatIsLargerThanItsScreenIsMadeSmaller() {
    WindowPlace place = new WindowPlace(2000, -40, 1600, 900, false);

    assertThat(place.on(List.of(RIGHT))).contains(new WindowPlace(1920, 0, 1280, 720, false));
  }

  @Test
  void aPlaceOnAScreenThatIsGoneIsNone() {
    assertThat(new WindowPlace(2000, 100, 1100, 700, false).on(List.of(LEFT))).isEmpty();
    assertThat(new WindowPlace(-1090, 100, 1100, 700, false).on(BOTH)).isEmpty();
  }

  @Test
  void whatIsNoPlaceIsNone() {
    assertThat(new WindowPlace(Double.NaN, 0, 1100, 700, false).on(BOTH)).isEmpty();
    assertThat(new WindowPlace(10, 10, -5, 0, false).on(BOTH)).isEmpty();
  }
}
