package dev.crosstrust.diagnosis.reading;

import java.util.List;
import java.util.regex.Pattern;

/** Makes plain what terminals, mail and chats do to a text that is copied out of them. */
final class Copied {
  private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*[A-Za-z]");

  private Copied() {}

  /** Without colours, marks of quotation, and signs that only look like others. */
  static String plain(String text) {
    return COLOURS
        .matcher(text)
        .replaceAll("")
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace('\u00A0', ' ')
        .replace('\u2018', '\'')
        .replace('\u2019', '\'')
        .replace('\u201C', '"')
        .replace('\u201D', '"')
        .replaceAll("(?m)^[ \\t]*[>│|](?:[>│| ]*[>│|])? ?", "")
        .replaceAll("(?m)[ \\t]+│[ \\t]*$", "")
        .replace(String.valueOf(Mark.ISLAND), "")
        .replace("\uFEFF", "");
  }

  /** A terminal breaks lines where it ends, in the middle of words. */
  static String unbroken(String text) {
    List<String> lines = text.strip().lines().toList();
    int width = lines.isEmpty() ? 0 : lines.getFirst().length();
    boolean broken =
        lines.size() >= 3
            && width >= 20
            && lines.stream().limit(lines.size() - 1).allMatch(line -> line.length() == width)
            && lines.getLast().length() <= width;
    return broken ? String.join("", lines) : text;
  }
}
