package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.Entry;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The beginning of an object.
 *
 * @param text itself when it is text in UTF-8, else its bytes in hexadecimal
 */
record Preview(Entry.StoredObject object, String text, boolean isText, int bytes) {
  static final int LIMIT_BYTES = 16 * 1024;
  private static final int A_LINE = 16;

  static Preview of(Entry.StoredObject object, byte[] first) {
    boolean whole = first.length >= object.size();
    Optional<String> text = text(first, whole);
    return new Preview(object, text.orElseGet(() -> hex(first)), text.isPresent(), first.length);
  }

  /** What part of the object this is. */
  String words() {
    String kind = isText ? "text" : "hexadecimal";
    return bytes >= object.size()
        ? "all of it, as " + kind
        : "the first %s, as %s".formatted(Words.size(bytes), kind);
  }

  /** A character that the limit cut in two does not make a text something else. */
  private static Optional<String> text(byte[] bytes, boolean whole) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
    if (decoder.decode(ByteBuffer.wrap(bytes), chars, whole).isError()) {
      return Optional.empty();
    }
    String text = chars.flip().toString();
    return text.chars().anyMatch(Preview::binary) ? Optional.empty() : Optional.of(text);
  }

  private static boolean binary(int character) {
    return Character.isISOControl(character) && "\t\n\r\f".indexOf(character) < 0;
  }

  private static String hex(byte[] bytes) {
    HexFormat format = HexFormat.ofDelimiter(" ");
    StringBuilder lines = new StringBuilder();
    for (int at = 0; at < bytes.length; at += A_LINE) {
      int end = Math.min(at + A_LINE, bytes.length);
      lines.append(
          String.format(
              Locale.ROOT,
              "%08x  %-47s  %s%n",
              at,
              format.formatHex(bytes, at, end),
              printable(bytes, at, end)));
    }
    return lines.toString();
  }

  private static String printable(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
        .replaceAll("[^ -~]", ".");
  }
}
