package dev.crosstrust.ui.routes.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Fix;
import dev.crosstrust.identity.Cloud;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.setup.item.SetupItem.State;
import dev.crosstrust.ui.PlainBackground;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.task.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** On a plain JVM: no toolkit is started here. */
class SetupModelTest {
  private static final SetupItem PRESENT =
      new SetupItem("the role exists", State.PRESENT, "seen", List.of());
  private static final SetupItem UNKNOWN =
      new SetupItem("the pool exists", State.UNKNOWN, "not read", List.of(Fix.of("create")));
  private static final SetupItem MISSING =
      new SetupItem("it is trusted", State.MISSING, "is not", List.of(Fix.of("trust it")));

  private final ObjectProperty<Phase<List<Identity>>> known =
      new SimpleObjectProperty<>(new Phase.Empty<>("", ""));
  private final AdminsModel admins = new AdminsModel(known);
  private final List<String> asked = new ArrayList<>();

  private SetupModel model(Background background, List<SetupItem> found) {
    return new SetupModel(
        background,
        (aws, google) -> {
          asked.add(aws + "|" + google);
          if (found.isEmpty()) {
            throw new IOException("This machine has no identity aws:gone");
          }
          return found;
        },
        admins);
  }

  private static Identity identity(String id, Cloud cloud) {
    return new Identity(id, cloud, "k", null, "file", false, Identity.State.READY, List.of());
  }

  @Test
  void nothingIsAskedBeforeSomebodyWantsIt() {
    SetupModel model = model(new PlainBackground(), List.of(PRESENT));

    assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Empty.class);
    assertThat(asked).isEmpty();
    assertThat(model.getSummary()).isEmpty();
  }

  @Test
  void itLooksWithWhomWasChosenAndShowsWhatIsMissingFirst() {
    known.set(
        new Phase.Ready<>(
            List.of(identity("gcloud:me", Cloud.GOOGLE), identity("aws:admin", Cloud.AWS))));
    assertThat(admins.offered(Cloud.AWS)).containsExactly(AdminsModel.NOBODY, "aws:admin");
    admins.chosen(Cloud.AWS).set("aws:admin");
    SetupModel model = model(new PlainBackground(), List.of(PRESENT, UNKNOWN, MISSING));

    model.start();

    assertThat(asked).containsExactly("aws:admin|");
    assertThat(model.phaseProperty().get())
        .isEqualTo(new Phase.Ready<>(List.of(PRESENT, UNKNOWN, MISSING)));
    assertThat(model.chosenProperty().get()).isEqualTo(MISSING);
    assertThat(model.getSummary()).isEqualTo("1 present · 1 missing · 1 unknown");
    assertThat(model.checkingProperty().get()).isFalse();
  }

  @Test
  void whoIsGoneIsNoLongerChosen() {
    known.set(new Phase.Ready<>(List.of(identity("aws:admin", Cloud.AWS))));
    admins.chosen(Cloud.AWS).set("aws:admin");

    known.set(new Phase.Ready<>(List.of(identity("aws:other", Cloud.AWS))));

    assertThat(admins.chosen(Cloud.AWS).get()).isEqualTo(AdminsModel.NOBODY);
  }

  @Test
  void whatThisMachineCannotDoIsSaid() {
    SetupModel model = model(new PlainBackground(), List.of());

    model.start();

    assertThat(model.phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Broken.class,
            broken -> assertThat(broken.findings().toString()).contains("no identity aws:gone"));
  }

  @Test
  void aCancelledLookLeavesWhatWasThereBefore() {
    Held background = new Held();
    SetupModel model = model(background, List.of(PRESENT));
    Phase<List<SetupItem>> before = model.phaseProperty().get();

    model.start();
    model.start();
    assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Working.class);
    assertThat(background.begun).isEqualTo(1);
    model.cancel();

    assertThat(background.cancelled).isTrue();
    assertThat(model.phaseProperty().get()).isEqualTo(before);
    assertThat(model.checkingProperty().get()).isFalse();
  }

  /** Work that goes on until it is cancelled. */
  private static final class Held implements Background {
    private int begun;
    private boolean cancelled;

    @Override
    public <T> Job begin(Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
      begun++;
      return new Job() {
        @Override
        public void cancel() {
          cancelled = true;
        }

        @Override
        public Duration elapsed() {
          return Duration.ZERO;
        }
      };
    }

    @Override
    public void toScreen(Runnable change) {
      change.run();
    }
  }
}
