package dev.crosstrust.ui.browse;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Bytes as people compare them: where, in hexadecimal, and what of it can be read. */
final class HexDump {
  private static final int A_LINE = 16;
  private static final HexFormat FORMAT = HexFormat.ofDelimiter(" ");

  private HexDump() {}

  static String of(byte[] bytes) {
    StringBuilder lines = new StringBuilder();
    for (int at = 0; at < bytes.length; at += A_LINE) {
      int end = Math.min(at + A_LINE, bytes.length);
      lines.append(
          String.format(
              Locale.ROOT,
              "%08x  %-47s  %s%n",
              at,
              FORMAT.formatHex(bytes, at, end),
              printable(bytes, at, end)));
    }
    return lines.toString();
  }

  private static String printable(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
        .replaceAll("[^ -~]", ".");
  }
}
