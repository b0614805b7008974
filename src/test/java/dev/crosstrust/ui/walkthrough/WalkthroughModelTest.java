package dev.crosstrust.ui.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.surroundings.Sandboxes;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.Homes;
import dev.crosstrust.ui.PlainBackground;
import dev.crosstrust.ui.settings.WindowMemory;
import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.workplace.Happening;
import dev.crosstrust.ui.workplace.SandboxDoor;
import dev.crosstrust.ui.workplace.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkthroughModelTest {
  private static final Happening FIRST_STEP = new Happening.IdentitySeen("gcloud:demo-gke");

  @TempDir private Path home;
  private boolean noPort;
  private final PlainBackground background = new PlainBackground();
  private final Workplace workplace = new Workplace(machine(), here(), clock(), new Started());
  private final SandboxDoor door = new SandboxDoor(background, workplace);

  private final class Started implements Sandboxes {
    @Override
    public Running start(Options options) throws IOException {
      if (noPort) {
        throw new IOException("no port is free");
      }
      return new Homes.Entered(home.resolve("sandbox"));
    }

    @Override
    public List<String> faults() {
      return List.of();
    }
  }

  private static Machine machine() {
    return new Machine(Map.of(), Path.of("nowhere"));
  }

  private static Surroundings here() {
    return new Surroundings(machine(), Origins.REAL, clock());
  }

  private static InstantSource clock() {
    return InstantSource.system();
  }

  private WalkthroughModel open() {
    return new WalkthroughModel(background, workplace, door, memory());
  }

  private WindowMemory memory() {
    return WindowMemory.read(home.resolve("window.yaml"));
  }

  @Test
  void startingEntersTheSandboxAndTellsTheFirstStep() {
    WalkthroughModel model = open();
    assertThat(model.isOffered()).isTrue();

    model.start(story(model));

    assertThat(workplace.onSandbox()).isTrue();
    assertThat(model.tells()).isTrue();
    assertThat(model.isOffered()).isFalse();
    assertThat(model.progressProperty().get()).isEqualTo("0 of 8 done");
  }

  @Test
  void whatHappensInTheWindowMakesAStepDone() {
    WalkthroughModel model = open();
    model.start(story(model));

    workplace.happenings().report(FIRST_STEP);

    assertThat(story(model).place().reached()).isTrue();
    assertThat(model.progressProperty().get()).isEqualTo("1 of 8 done");
  }

  @Test
  void whatHappenedBeforeTheStartDoesNotCount() {
    WalkthroughModel model = open();
    door.enter(() -> {});
    workplace.happenings().report(FIRST_STEP);

    model.start(story(model));

    assertThat(story(model).place().reached()).isFalse();
  }

  @Test
  void nothingCountsWhileNoStoryIsTold() {
    WalkthroughModel model = open();
    workplace.happenings().report(FIRST_STEP);

    assertThat(story(model).isBegun()).isFalse();
    assertThat(model.progressProperty().get()).isEmpty();
  }

  @Test
  void whoLeavesResumesWhereHeWasAlsoInAnotherWindow() {
    WalkthroughModel model = open();
    model.start(story(model));
    workplace.happenings().report(FIRST_STEP);
    model.next();
    model.leave();
    assertThat(model.tells()).isFalse();
    door.leave();

    WalkthroughModel later = open();
    assertThat(later.isOffered()).isFalse();
    later.resume(story(later));

    assertThat(story(later).place().step().id()).isEqualTo("token");
    assertThat(later.progressProperty().get()).isEqualTo("1 of 8 done");
  }

  @Test
  void whatIsDoneWhileTheStoryIsLeftCountsWhenItIsResumed() {
    WalkthroughModel model = open();
    model.start(story(model));
    model.next();
    model.leave();
    workplace.happenings().report(FIRST_STEP);

    model.resume(story(model));

    assertThat(model.progressProperty().get()).isEqualTo("1 of 8 done");
  }

  @Test
  void replayBeginsAnew() {
    WalkthroughModel model = open();
    model.start(story(model));
    workplace.happenings().report(FIRST_STEP);

    model.start(story(model));

    assertThat(model.progressProperty().get()).isEqualTo("0 of 8 done");
    assertThat(memory().state().stories().get("google-to-aws").done()).isEmpty();
  }

  @Test
  void goingBackToThisMachineEndsTheStory() {
    WalkthroughModel model = open();
    model.start(story(model));

    door.leave();

    assertThat(workplace.onSandbox()).isFalse();
    assertThat(workplace.surroundings().get()).isEqualTo(here());
    assertThat(model.tells()).isFalse();
  }

  @Test
  void behindTheLastStepComesTheFirstThatIsNotDone() {
    WalkthroughModel model = open();
    model.start(story(model));
    workplace.happenings().report(FIRST_STEP);
    for (int step = 0; step < story(model).length(); step++) {
      model.next();
    }

    assertThat(model.tells()).isFalse();
    assertThat(story(model).place().step().id()).isEqualTo("token");
  }

  @Test
  void aSandboxThatDoesNotStartIsSaidAndCanBeTriedAgain() {
    noPort = true;
    WalkthroughModel model = open();
    model.start(story(model));

    assertThat(model.tells()).isFalse();
    assertThat(model.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.because()).containsExactly("no port is free"));
    assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Ready.class);

    noPort = false;
    model.start(story(model));

    assertThat(model.tells()).isTrue();
    assertThat(model.findings()).isEmpty();
  }

  @Test
  void progressThatCannotBeKeptIsSaid() throws IOException {
    Homes.write(home.resolve("file"), "no folder");
    WalkthroughModel model =
        new WalkthroughModel(
            background, workplace, door, WindowMemory.read(home.resolve("file/window.yaml")));

    model.start(story(model));

    assertThat(model.getProblem()).startsWith("Progress is not kept for the next time: ");
  }

  private static StoryModel story(WalkthroughModel model) {
    return model.stories().getFirst();
  }
}
