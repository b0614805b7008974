package dev.crosstrust.ui.browse;

import dev.crosstrust.storage.Entry;
import dev.crosstrust.ui.kit.IndentedJson;
import dev.crosstrust.ui.kit.Visible;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The beginning of an object. Its bytes are somebody else's: text is shown as text and everything
 * else in hexadecimal; nothing is drawn, run or unpacked.
 *
 * @param text what is shown
 * @param form how, in a word or two
 * @param bytes how many of the object's were read
 */
record Preview(Entry.StoredObject object, String text, String form, int bytes) {
  static final int LIMIT_BYTES = 16 * 1024;

  /** Reads the first bytes as what they are. */
  static Preview of(Entry.StoredObject object, byte[] first) {
    boolean whole = first.length >= object.size();
    Optional<String> text = text(first, whole);
    if (text.isEmpty()) {
      String kind = FileKind.of(first).map(it -> ": " + it.words()).orElse("");
      return new Preview(object, HexDump.of(first), "in hexadecimal" + kind, first.length);
    }
    Optional<String> json = whole ? IndentedJson.of(text.get()) : Optional.empty();
    String shown = Visible.content(json.orElse(text.get()));
    String form = json.isPresent() ? "as JSON, indented" : "as text";
    return new Preview(object, shown, form, first.length);
  }

  /** What part of the object this is. */
  String words() {
    return bytes >= object.size()
        ? "All of it, %s".formatted(form)
        : "The first %s, %s".formatted(Words.size(bytes), form);
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
}
