package dev.crosstrust.ui.kit;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names as they are shown. Whoever may write into a bucket, or a log, chose them: what cannot be
 * seen, breaks a line or turns the direction of reading (so that {@code gpj.exe} reads {@code
 * exe.jpg}) is shown as its code, never obeyed.
 */
public final class Visible {
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

  private static final Pattern TURNING = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

  private Visible() {}

  /** What must stay on its line: a name, an address, what a service says of one. */
  public static String text(String name) {
    return coded(UNSEEN, name);
  }

  /** A text of lines, in which only the direction of reading must not turn. */
  public static String content(String lines) {
    return coded(TURNING, lines);
  }

  private static String coded(Pattern what, String text) {
    return what.matcher(text)
        .replaceAll(
            unseen -> String.format(Locale.ROOT, "‹U+%04X›", unseen.group().codePointAt(0)));
  }
}
