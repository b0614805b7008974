package dev.crosstrust.ui.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.workplace.Happening;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionTest {
  private static final StorageUri OBJECT = StorageUri.parse("s3://one/folder/object");

  private static final List<Happening> EACH =
      List.of(
          new Happening.IdentitySeen("gcloud:demo"),
          new Happening.TokenRead(Map.of("aud", "sts.amazonaws.com", "sub", "1")),
          new Happening.ClaimSeen("azp"),
          new Happening.RunEnded("road", Run.State.DONE, true),
          new Happening.LegSeen("road", "exchange", Leg.Result.REFUSED, false),
          new Happening.PlaceOpened(OBJECT),
          new Happening.PlaceRefused(OBJECT),
          new Happening.PreviewShown(OBJECT));

  static Stream<Happening> each() {
    return EACH.stream();
  }

  @ParameterizedTest
  @MethodSource("each")
  void whatIsToldOfAHappeningMayBeWantedOfIt(Happening happening) {
    Fact fact = Fact.of(happening);

    fact.told().keySet().forEach(fact.kind()::check);
    assertThat(new Condition(fact.kind(), fact.told()).holds(List.of(happening))).isTrue();
    assertThat(new Condition(fact.kind(), fact.told()).holds(others(happening))).isFalse();
  }

  @Test
  void everyKindOfConditionCanCome() {
    assertThat(EACH.stream().map(Fact::of).map(Fact::kind))
        .containsExactlyInAnyOrder(Fact.Kind.values());
  }

  @Test
  void wordsAreThoseOfTheFiles() {
    Condition denied =
        Condition.of(
            Map.of(
                "leg-seen",
                Map.of("leg", "exchange", "outcome", "refused", "as-expected", "false")));

    assertThat(denied.holds(EACH)).isTrue();
  }

  @Test
  void anotherValueIsNotWhatIsWanted() {
    Condition elsewhere = Condition.of(Map.of("place-refused", Map.of("bucket", "two")));

    assertThat(elsewhere.holds(EACH)).isFalse();
  }

  private static List<Happening> others(Happening happening) {
    return EACH.stream().filter(other -> !other.equals(happening)).toList();
  }
}
