package dev.crosstrust.diagnosis.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One walk finds what all patterns find by themselves. */
class BeginningsTest {
  private static final long SEED = 20261127;

  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile("access denied", Pattern.CASE_INSENSITIVE),
          Pattern.compile("Access"),
          Pattern.compile("a\\s+b"),
          Pattern.compile("(?:ab|ba|cc)+c"),
          Pattern.compile("\\b[a-c]{2,5} x"),
          Pattern.compile("(?<![a-c])c"),
          Pattern.compile("b(?<=ab)(?=c)"),
          Pattern.compile("[0-9]{3}"),
          Pattern.compile("é"),
          Pattern.compile("x$"));

  private static final String LETTERS = "abcx AB\n\té12C";

  private final Random random = new Random(SEED);

  @Test
  void oneWalkFindsWhatEachPatternFinds() {
    Beginnings<Pattern> beginnings = new Beginnings<>(PATTERNS, Function.identity());
    for (int i = 0; i < 2000; i++) {
      String text = text();
      List<String> found =
          beginnings.in(text).stream()
              .map(it -> at(it.what(), it.match().start(), it.match().end()))
              .toList();

      assertThat(found).as(text).containsExactlyInAnyOrderElementsOf(byThemselves(text));
    }
  }

  /** Otherwise a line of nothing but its beginnings would be read once for each. */
  @Test
  void aPatternThatTakesALineIsFoundInItOnce() {
    Pattern line = Pattern.compile("HTTP/1.1 4[^\\n]*");
    Beginnings<Pattern> beginnings = new Beginnings<>(List.of(line), Function.identity());

    assertThat(beginnings.in("HTTP/1.1 403 ".repeat(100_000) + "\nHTTP/1.1 404")).hasSize(2);
  }

  private static List<String> byThemselves(String text) {
    List<String> found = new ArrayList<>();
    for (Pattern pattern : PATTERNS) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found.add(at(pattern, matcher.start(), matcher.end()));
      }
    }
    return found;
  }

  private static String at(Pattern pattern, int start, int end) {
    return pattern + " from " + start + " to " + end;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append(
          random.nextInt(12) == 0
              ? "Access Denied"
              : LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
