package dev.crosstrust.ui.walkthrough;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoriesTest {
  private static final String GOOD =
      """
      id: short
      title: A short story
      direction: google-to-aws
      summary: It is soon over.
      minutes: 1
      steps:
        - id: only
          title: The only step
          text: Do it.
          screen: browse
          anchor: [browse-table]
          result: []
          keys: [Shortcut+L]
          done: {place-opened: {bucket: one}}
      """;

  @Test
  void theStoriesOfThisVersionCanBeRead() {
    assertThat(Stories.all())
        .allSatisfy(
            story -> {
              assertThat(story.steps()).hasSizeGreaterThanOrEqualTo(6);
              assertThat(story.summary()).endsWith(".");
            })
        .extracting(Story::id)
        .doesNotHaveDuplicates()
        .contains("google-to-aws");
  }

  @Test
  void aStepIsReadWithItsCondition() {
    Step step = read(GOOD).steps().getFirst();

    assertThat(step.anchor()).containsExactly("browse-table");
    assertThat(step.done())
        .isEqualTo(new Condition(Fact.Kind.PLACE_OPENED, Map.of("bucket", "one")));
  }

  @ParameterizedTest
  @CsvSource({
    "place-opened, place-opend, 14, there is no condition place-opend",
    "bucket: one, bukket: one, 14, the condition place-opened knows no bukket",
    "google-to-aws, sideways, 3, there is nothing of the name sideways",
    "Shortcut+L, Shortcut+Nowhere, 13, there is nothing of the name Shortcut+Nowhere",
    "anchor: [browse-table], anchor: [], 14, a step needs something to point at",
    "minutes: 1, minutes: soon, 5, soon",
    "screen: browse, scren: browse, 14, screen",
    "title: The only step, '', 14, title",
  })
  void badDataFailsWithFileAndPlace(String good, String bad, int line, String why) {
    String text = GOOD.replace(good, bad);

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("short.yaml, line ")
        .hasMessageContaining(why)
        .satisfies(
            e ->
                assertThat(
                        Integer.parseInt(e.getMessage().replaceAll("(?s).*?line (\\d+),.*", "$1")))
                    .isBetween(line - 1, line + 1));
  }

  @Test
  void twoStepsWithOneIdAreRefused() {
    String twice = GOOD + GOOD.substring(GOOD.indexOf("  - id"));

    assertThatThrownBy(() -> read(twice)).hasMessageContaining("two steps have the same id");
  }

  private static Story read(String text) {
    return Stories.read("short.yaml", new ByteArrayInputStream(text.getBytes(UTF_8)));
  }
}
