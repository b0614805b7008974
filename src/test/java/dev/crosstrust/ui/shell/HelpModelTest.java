package dev.crosstrust.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.HelpPage;
import dev.crosstrust.ui.PlainBackground;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpModelTest {
  private static final HelpPage EXPIRED = page("aws.token-expired", "The token is over");
  private static final HelpPage SKEW = page("clock.skew", "The clocks differ");

  private final HelpModel model =
      new HelpModel(new PlainBackground(), () -> List.of(EXPIRED, SKEW));

  private static HelpPage page(String id, String title) {
    return new HelpPage(id, title, "", List.of(), List.of(), List.of(), List.of());
  }

  @Test
  void theFirstPageIsShownWhenNoneIsAskedFor() {
    model.open("");

    assertThat(model.chosenProperty().get()).isEqualTo(EXPIRED);
    assertThat(model.found()).containsExactly(EXPIRED, SKEW);
  }

  @Test
  void aPageIsOpenedByItsId() {
    model.open("clock.skew");

    assertThat(model.chosenProperty().get()).isEqualTo(SKEW);
    assertThat(model.noteProperty().get()).isEmpty();
  }

  @Test
  void anIdWithoutAPageIsSaid() {
    model.open("aws.unheard-of");

    assertThat(model.chosenProperty().get()).isNull();
    assertThat(model.noteProperty().get()).contains("aws.unheard-of");
    model.open("clock.skew");
    assertThat(model.noteProperty().get()).isEmpty();
  }

  @Test
  void pagesAreFoundByIdAndTitleWhicheverCase() {
    model.open("");

    model.filterProperty().set("CLOCKS");
    assertThat(model.found()).containsExactly(SKEW);
    assertThat(model.chosenProperty().get()).isEqualTo(SKEW);

    model.filterProperty().set("token-exp");
    assertThat(model.found()).containsExactly(EXPIRED);
  }

  @Test
  void whereNothingIsFoundThePageStays() {
    model.open("clock.skew");

    model.filterProperty().set("zzz");

    assertThat(model.found()).isEmpty();
    assertThat(model.chosenProperty().get()).isEqualTo(SKEW);
  }

  @Test
  void openingTakesTheFilterAway() {
    model.open("");
    model.filterProperty().set("token");

    model.open("clock.skew");

    assertThat(model.found()).containsExactly(EXPIRED, SKEW);
    assertThat(model.chosenProperty().get()).isEqualTo(SKEW);
  }

  @Test
  void pagesThatCannotBeReadAreSaid() {
    HelpModel broken =
        new HelpModel(
            new PlainBackground(),
            () -> {
              throw new IOException("the archive is cut");
            });

    broken.open("clock.skew");

    assertThat(broken.noteProperty().get()).isEqualTo("the archive is cut");
  }
}
