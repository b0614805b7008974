package dev.crosstrust.ui.kit;

import java.util.regex.Pattern;

/** Where a name without spaces may go on in the next line. */
final class SoftBreaks {
  /** Allows a line to end here and shows nothing (Unicode, ZERO WIDTH SPACE). */
  private static final String BREAK = "\u200b";

  /** After a mark that parts a name, and before a hump: {@code Expired|Token|Exception}. */
  private static final Pattern PLACES =
      Pattern.compile("(?<=[@/:_])(?=\\w)|(?<=[a-z0-9])(?=[A-Z][a-z])");

  private SoftBreaks() {}

  /** The text with places to break it; for the eye alone, not to be copied or heard. */
  static String in(String text) {
    return PLACES.matcher(text).replaceAll(BREAK);
  }
}
