package dev.crosstrust.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.ui.kit.Difference.Run;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void aLetterOfAnotherCaseIsAllThatDiffers() {
    Difference difference = Difference.between("system:Demo", "system:demo");
    assertThat(difference.runs())
        .containsExactly(new Run("system:", "system:"), new Run("D", "d"), new Run("emo", "emo"));
    assertThat(difference.sentence()).isEqualTo("Differs at character 8: “d” instead of “D”.");
  }

  @Test
  void whatIsMissingAndWhatIsTooMuchIsSaid() {
    assertThat(Difference.between("arn:aws:x", "arn:aws:").sentence())
        .isEqualTo("Differs at character 9: “x” is missing.");
    assertThat(Difference.between("sts.amazonaws.com", "sts.amazonaws.com\u00a0").sentence())
        .isEqualTo("Differs at character 18: “[U+00A0]” is too much.");
  }

  @Test
  void ofManyPlacesTheFirstThreeAreToldAndTheRestCounted() {
    assertThat(Difference.between("Abcd/Efgh/Ijkl/Mnop", "abcd/efgh/ijkl/mnop").sentence())
        .isEqualTo(
            "Differs at character 1: “a” instead of “A”; at character 6: “e” instead of “E”; at"
                + " character 11: “i” instead of “I”; and 1 more.");
  }

  @Test
  void textsThatHaveLittleInCommonDifferWholly() {
    Difference difference = Difference.between("sts.amazonaws.com", "114809731204417780391");
    assertThat(difference.runs())
        .containsExactly(new Run("sts.amazonaws.com", "114809731204417780391"));
    assertThat(difference.sentence()).isEqualTo("Nothing is the same.");
    assertThat(difference.likeness()).isZero();
  }

  @Test
  void whatCannotBeSeenHasASign() {
    assertThat(Difference.visible("a b\tc\u200b")).isEqualTo("a␣b[U+0009]c[U+200B]");
  }

  @Test
  void bothTextsAreThereWholeWhateverTheyAre() {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      String wanted = text(random);
      String had = text(random);
      Difference difference = Difference.between(wanted, had);
      assertThat(difference.runs().stream().map(Run::wanted).collect(Collectors.joining()))
          .isEqualTo(wanted);
      assertThat(difference.runs().stream().map(Run::had).collect(Collectors.joining()))
          .isEqualTo(had);
      assertThat(Difference.between(wanted, wanted).sentence()).isEqualTo("Both are the same.");
    }
  }

  /** Of few letters, so that much is in common; one of them is two characters of Java. */
  private static String text(Random random) {
    return random
        .ints(random.nextInt(12), 0, 4)
        .mapToObj(i -> List.of("a", "b", "/", "\ud83d\udd11").get(i))
        .collect(Collectors.joining());
  }
}
