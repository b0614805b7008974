package dev.crosstrust.ui.identities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.identity.Cloud;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.ui.Homes;
import dev.crosstrust.ui.PlainBackground;
import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.workplace.Happenings;
import dev.crosstrust.ui.workplace.KnownIdentities;
import dev.crosstrust.ui.workplace.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentitiesModelTest {
  private final PlainBackground background = new PlainBackground();

  @TempDir private Path home;
  private Workplace workplace;
  private KnownIdentities known;
  private IdentitiesModel model;

  @BeforeEach
  void open() {
    workplace = Homes.workplace(home);
    known = new KnownIdentities(background, workplace);
    model = new IdentitiesModel(known, new Happenings());
  }

  @AfterEach
  void close() {
    known.close();
    workplace.close();
  }

  @Test
  void nothingIsReadBeforeItIsShown() throws IOException {
    Homes.furnish(home);

    assertThat(model.rows()).isEmpty();
    assertThat(model.phase().getValue()).isInstanceOf(Phase.Empty.class);
  }

  @Test
  void eachCloudHasItsHeading() throws IOException {
    Homes.furnish(home);

    model.shown();

    assertThat(model.rows().stream().map(IdentitiesModelTest::word))
        .containsExactly(
            "-GOOGLE",
            "gcloud:robot",
            "gcloud:work",
            "gcloud-adc",
            "-AWS",
            "aws:default",
            "aws:deploy",
            "aws:corp",
            "aws:tools");
  }

  @Test
  void whoeverCannotBeUsedIsLookedAtFirst() throws IOException {
    Homes.furnish(home);

    model.shown();

    assertThat(chosen()).isEqualTo("gcloud:robot");
    assertThat(model.getSummary()).startsWith("7 identities · ").endsWith(" not usable now");
  }

  @Test
  void withoutAnybodyItSaysWhatToDo() {
    model.shown();

    assertThat(model.phase().getValue())
        .isInstanceOfSatisfying(
            Phase.Empty.class,
            empty -> {
              assertThat(empty.title()).isEqualTo("No identities on this machine");
              assertThat(empty.hint()).contains("gcloud auth login", "aws configure sso");
            });
    assertThat(model.chosenProperty().get()).isNull();
  }

  @Test
  void aChangedFileIsSeenAndTheChosenOneStays() throws Exception {
    Homes.furnish(home);
    model.shown();
    background.takeChange();
    model.chosenProperty().set(find("aws:corp"));

    Homes.write(home.resolve(".config/gcloud/configurations/config_another"), "[core]\n");
    background.takeChange();

    assertThat(model.rows().stream().map(IdentitiesModelTest::word)).contains("gcloud:another");
    assertThat(chosen()).isEqualTo("aws:corp");
  }

  @Test
  void theFirstIdentityOfAMachineIsSeenWhenItComes() throws Exception {
    model.shown();
    background.takeChange();

    Files.createDirectories(home.resolve(".aws"));
    background.takeChange();
    Homes.write(home.resolve(".aws/config"), "[default]\nregion = eu-west-1\n");
    background.takeChange();

    assertThat(chosen()).isEqualTo("aws:default");
  }

  @Test
  void inASandboxItsIdentitiesAreShown(@TempDir Path other) throws IOException {
    Homes.furnish(home);
    Homes.write(other.resolve(".aws/config"), "[profile sandbox-admin]\nregion = eu-west-1\n");
    model.shown();

    workplace.enter(new Homes.Entered(other));

    assertThat(model.rows().stream().map(IdentitiesModelTest::word))
        .containsExactly("-AWS", "aws:sandbox-admin");
  }

  private Identity find(String id) {
    List<Identity> all = Phase.readyOr(model.phase().getValue(), List.of());
    return all.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  private String chosen() {
    return Objects.requireNonNull(model.chosenProperty().get()).id();
  }

  private static String word(Row row) {
    return switch (row) {
      case Row.Heading(Cloud cloud) -> "-" + cloud;
      case Row.Entry(Identity identity) -> identity.id();
    };
  }
}
