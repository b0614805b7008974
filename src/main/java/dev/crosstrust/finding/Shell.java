package dev.crosstrust.finding;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words as a POSIX shell reads them back. */
public final class Shell {
  private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

  /** What a terminal obeys, or hides, instead of showing it: one character. */
  public static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private Shell() {}

  /**
   * One word. What cannot be seen is written as an escape, in the dollar-single-quotes that
   * POSIX.1-2024 took over from bash and zsh.
   *
   * @see <a
   *     href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_04">Shell
   *     Command Language, 2.2.4</a>
   */
  public static String quoted(String word) {
    if (SIMPLE.matcher(word).matches()) {
      return word;
    }
    return UNSEEN.matcher(word).find()
        ? "$'" + word.codePoints().mapToObj(Shell::escaped).collect(Collectors.joining()) + "'"
        : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String escaped(int character) {
    String text = Character.toString(character);
    if (character == '\'' || character == '\\') {
      return "\\" + text;
    }
    if (!UNSEEN.matcher(text).matches()) {
      return text;
    }
    StringBuilder bytes = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      bytes.append(String.format(Locale.ROOT, "\\%03o", each & 0xff));
    }
    return bytes.toString();
  }
}
