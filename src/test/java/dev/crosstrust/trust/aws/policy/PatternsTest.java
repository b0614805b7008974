package dev.crosstrust.trust.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PatternsTest {
  @Test
  void aPatternFitsWhatARegularExpressionFinds() {
    Random random = new Random(9);
    int fitting = 0;
    for (int i = 0; i < 20_000; i++) {
      String pattern = text(random, "ab*?", 8);
      String text = text(random, "ab", 9);
      boolean fits = text.matches(pattern.replace("*", ".*").replace("?", "."));
      assertThat(Patterns.fits(pattern, text)).as("%s of %s", pattern, text).isEqualTo(fits);
      fitting += fits ? 1 : 0;
    }
    assertThat(fitting).isBetween(2_000, 18_000);
  }

  @Test
  void whatIsLongerThanAWordOfBitsIsFoundToo() {
    String piece = "a".repeat(63) + "?" + "b".repeat(64) + "?c";

    for (int before : new int[] {0, 1, 64, 200}) {
      String text = "a".repeat(before) + piece.replace('?', 'x') + "d";
      assertThat(Patterns.fits("*" + piece + "*d", text)).isTrue();
      assertThat(Patterns.fits("*" + piece + "*c", text)).isFalse();
    }
  }

  /** As long as IAM and STS take policies and tokens. */
  @Test
  @Timeout(value = 40, unit = TimeUnit.SECONDS)
  void noPatternTakesLong() {
    String text = "a".repeat(14_000);
    String pattern = "*" + "a".repeat(7_000) + "?b*";

    for (int i = 0; i < 1_000; i++) {
      assertThat(Patterns.fits(pattern, text)).isFalse();
    }
  }

  @Test
  void aPatternIsPutInTheCaseOfATextStarByStar() {
    assertThat(Patterns.inCaseOf("REPO:*:ref:?b*b", "repo:a:Ref:Ref:xBcbB"))
        .contains("repo:*:Ref:?B*B");
  }

  private static String text(Random random, String letters, int longest) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(longest);
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
