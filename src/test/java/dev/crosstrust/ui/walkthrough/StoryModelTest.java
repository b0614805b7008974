package dev.crosstrust.ui.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.route.Direction;
import dev.crosstrust.ui.settings.StoryProgress;
import dev.crosstrust.ui.workplace.Happening.ClaimSeen;
import dev.crosstrust.ui.workplace.Happening.IdentitySeen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoryModelTest {
  private final Story story =
      new Story(
          "short",
          "A short story",
          Direction.GOOGLE_TO_AWS,
          "It is soon over.",
          1,
          List.of(
              step("who", new Condition(Fact.Kind.IDENTITY_SEEN, Map.of("id", "gcloud:demo"))),
              step("claim", new Condition(Fact.Kind.CLAIM_SEEN, Map.of("claim", "azp"))),
              step("other", new Condition(Fact.Kind.CLAIM_SEEN, Map.of("claim", "sub")))));
  private final StoryModel model = new StoryModel(story, StoryProgress.NEW);

  private static Step step(String id, Condition done) {
    return new Step(
        id, "Step " + id, "Do it.", "lens", List.of("claims"), List.of(), List.of(), done);
  }

  @Test
  void aStepIsDoneByWhatHappenedAndNotByGoingOn() {
    model.next();
    assertThat(model.place().number()).isEqualTo(1);
    assertThat(model.place().done()).isZero();

    model.look(List.of(new ClaimSeen("aud"), new ClaimSeen("azp")));

    assertThat(model.place().reached()).isTrue();
    assertThat(model.place().done()).isEqualTo(1);
  }

  @Test
  void doneIsNotGoneOnFromByItself() {
    model.look(List.of(new IdentitySeen("gcloud:demo")));

    assertThat(model.place().step().id()).isEqualTo("who");
    assertThat(model.place().reached()).isTrue();
  }

  @Test
  void whatWasDoneAheadCountsWhenItsTurnComes() {
    model.look(List.of(new ClaimSeen("sub")));
    assertThat(model.place().reached()).isFalse();

    model.next();
    model.next();

    assertThat(model.isLast()).isTrue();
    assertThat(model.place().reached()).isTrue();
  }

  @Test
  void doneStaysDone() {
    model.look(List.of(new IdentitySeen("gcloud:demo")));
    model.look(List.of());

    assertThat(model.place().reached()).isTrue();
  }

  @Test
  void thereIsNothingBeforeTheFirstNorBehindTheLast() {
    model.back();
    assertThat(model.place().number()).isZero();

    model.next();
    model.next();
    model.next();
    assertThat(model.place().number()).isEqualTo(2);
  }

  @Test
  void progressIsTakenUpWhereItWasLeft() {
    model.look(List.of(new IdentitySeen("gcloud:demo")));
    model.next();

    StoryModel later = new StoryModel(story, model.progress());

    assertThat(later.place()).isEqualTo(model.place());
    assertThat(later.isBegun()).isTrue();
    assertThat(later.isDone()).isFalse();
  }

  @Test
  void whatIsRememberedOfStepsThatAreGoneDoesNotCount() {
    StoryModel later = new StoryModel(story, new StoryProgress("gone", List.of("gone", "claim")));

    assertThat(later.place().number()).isZero();
    assertThat(later.place().done()).isEqualTo(1);
  }

  @Test
  void restIsTheFirstStepThatIsNotDone() {
    model.look(List.of(new IdentitySeen("gcloud:demo"), new ClaimSeen("sub")));

    model.rest();

    assertThat(model.place().step().id()).isEqualTo("claim");
  }

  @Test
  void beginningAnewForgets() {
    model.look(List.of(new IdentitySeen("gcloud:demo")));
    model.next();

    model.restart();

    assertThat(model.progress()).isEqualTo(new StoryProgress("who", List.of()));
    assertThat(model.isBegun()).isFalse();
  }
}
