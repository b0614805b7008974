package dev.crosstrust.ui.browse;

import static dev.crosstrust.ui.browse.FakeAccess.object;
import static dev.crosstrust.ui.browse.FakeAccess.uri;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.storage.Entry;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntriesModelTest {
  private static final Order LARGEST = new Order(Order.By.SIZE, true);
  private static final Entry FOLDER = new Entry.Prefix(uri("s3://b/z/"));
  private static final Entry SMALL = object("s3://b/a", 1);
  private static final Entry LARGE = object("s3://b/c", 9);
  private static final Entry MIDDLE = object("s3://b/b", 5);

  private final HandBackground background = new HandBackground();
  private final EntriesModel entries = new EntriesModel(background);

  @BeforeEach
  void begin() {
    entries.begin(uri("s3://b/"));
    entries.add(List.of(FOLDER, SMALL, LARGE));
  }

  @Test
  void whileMoreComesTheOrderIsThatOfArrival() {
    entries.orderBy(LARGEST);
    background.work();
    entries.add(List.of(MIDDLE));

    assertThat(entries.all()).containsExactly(FOLDER, SMALL, LARGE, MIDDLE);
  }

  @Test
  void whenAllHasComeItIsSortedInTheBackgroundPrefixesFirst() {
    entries.orderBy(LARGEST);
    entries.add(List.of(MIDDLE));
    entries.end();
    assertThat(entries.all()).containsExactly(FOLDER, SMALL, LARGE, MIDDLE);

    background.work();

    assertThat(entries.all()).containsExactly(FOLDER, LARGE, MIDDLE, SMALL);
  }

  @Test
  void theOrderOfArrivalComesBack() {
    entries.end();
    entries.orderBy(new Order(Order.By.NAME, true));
    background.work();
    assertThat(entries.all()).containsExactly(FOLDER, LARGE, SMALL);

    entries.orderBy(Order.OF_ARRIVAL);

    assertThat(entries.all()).containsExactly(FOLDER, SMALL, LARGE);
  }

  @Test
  void aSortThatIsOvertakenByAnotherPlaceIsNotShown() {
    entries.end();
    entries.orderBy(LARGEST);
    entries.begin(uri("s3://other/"));
    background.work();

    assertThat(entries.all()).isEmpty();
  }
}
