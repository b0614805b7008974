package dev.crosstrust.command.kit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as text for a terminal, which obeys some characters instead of showing them. */
public final class Cells {
  private static final String REPLACEMENT = "\uFFFD";
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
  private static final Pattern LINE_BREAK = Pattern.compile("[\\n\\t]");

  private Cells() {}

  /** A dash for what is not there. */
  public static String orDash(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }

  /** Names of objects and words of services may hold what moves a cursor or hides a line. */
  static String harmless(String text) {
    return CONTROL.matcher(text).replaceAll(REPLACEMENT);
  }

  /** The same for what must stay on its line. */
  public static String oneLine(String text) {
    return LINE_BREAK.matcher(harmless(text)).replaceAll(REPLACEMENT);
  }
}
