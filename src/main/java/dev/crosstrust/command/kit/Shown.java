package dev.crosstrust.command.kit;

import dev.crosstrust.finding.Shell;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts as a terminal shows them. It obeys some characters instead of showing them, and claims,
 * names of objects and words of services may have any: they are not to move a cursor, to write a
 * line of their own, or to turn the direction of reading.
 */
final class Shown {
  private static final String REPLACEMENT = "\uFFFD";
  private static final Pattern ALL = Shell.UNSEEN;
  private static final Pattern WITHIN_LINES =
      Pattern.compile("[%s&&[^\\n\\t]]".formatted(Shell.UNSEEN.pattern()));

  private Shown() {}

  /** What is to stay on its line. */
  static String line(String text) {
    return ALL.matcher(text).replaceAll(REPLACEMENT);
  }

  /** JSON, whose texts keep all that is in them, as escapes. */
  static String inJson(String json) {
    return WITHIN_LINES.matcher(json).replaceAll(unseen -> escaped(unseen.group()));
  }

  private static String escaped(String unseen) {
    return unseen
        .chars()
        .mapToObj(unit -> String.format(Locale.ROOT, "\\\\u%04x", unit))
        .collect(Collectors.joining());
  }

  /** A text of lines. */
  static String lines(String text) {
    return WITHIN_LINES.matcher(text).replaceAll(REPLACEMENT);
  }
}
