package dev.crosstrust.trust.google.cel;

import dev.cel.common.values.CelByteString;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As much of the text form of protocol buffers as the conformance files of CEL use: messages as
 * maps from a name to all its values, which are messages, texts, bytes of texts or bare words.
 *
 * @see <a href="https://protobuf.dev/reference/protobuf/textformat-spec/">Text Format</a>
 */
final class TextProto {
  private final String text;
  private int at;

  private TextProto(String text) {
    this.text = text;
  }

  /** A quoted text; what it is depends on its field. */
  record Quoted(CelByteString bytes) {
    @Override
    public String toString() {
      return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }
  }

  static Map<String, List<Object>> read(String text) {
    return new TextProto(text).message('\0');
  }

  private Map<String, List<Object>> message(char end) {
    Map<String, List<Object>> fields = new LinkedHashMap<>();
    for (char next = peek(); next != end; next = peek()) {
      String name = name(next);
      if (peek() == ':') {
        at++;
      }
      fields.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(values());
      if (peek() == ',' || peek() == ';') {
        at++;
      }
    }
    at++;
    return fields;
  }

  /** A field, or the type of a message in brackets. */
  private String name(char first) {
    if (first != '[') {
      return word();
    }
    int from = at;
    at = text.indexOf(']', at) + 1;
    return text.substring(from, at);
  }

  private List<Object> values() {
    if (peek() != '[') {
      return List.of(value());
    }
    at++;
    List<Object> values = new ArrayList<>();
    while (peek() != ']') {
      values.add(value());
      if (peek() == ',') {
        at++;
      }
    }
    at++;
    return values;
  }

  private Object value() {
    char next = peek();
    if (next == '{') {
      at++;
      return message('}');
    }
    return next == '"' || next == '\'' ? quoted() : word();
  }

  /** Texts that follow one another are one. */
  private Quoted quoted() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (char quote = peek(); quote == '"' || quote == '\''; quote = peek()) {
      at++;
      while (text.charAt(at) != quote) {
        bytes.writeBytes(character());
      }
      at++;
    }
    return new Quoted(CelByteString.of(bytes.toByteArray()));
  }

  private byte[] character() {
    int code = text.codePointAt(at);
    at += Character.charCount(code);
    if (code != '\\') {
      return utf8(code);
    }
    char escape = text.charAt(at++);
    return switch (escape) {
      case 'n' -> new byte[] {'\n'};
      case 't' -> new byte[] {'\t'};
      case 'r' -> new byte[] {'\r'};
      case 'a' -> new byte[] {7};
      case 'b' -> new byte[] {'\b'};
      case 'f' -> new byte[] {'\f'};
      case 'v' -> new byte[] {11};
      case 'x' -> new byte[] {(byte) number(2, 16)};
      case 'u' -> utf8(number(4, 16));
      case 'U' -> utf8(number(8, 16));
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        yield new byte[] {(byte) number(3, 8)};
      }
      default -> utf8(escape);
    };
  }

  private int number(int most, int radix) {
    int from = at;
    while (at - from < most && Character.digit(text.charAt(at), radix) >= 0) {
      at++;
    }
    return Integer.parseInt(text.substring(from, at), radix);
  }

  private static byte[] utf8(int code) {
    return Character.toString(code).getBytes(StandardCharsets.UTF_8);
  }

  private String word() {
    int from = at;
    while (at < text.length() && ":{}[],;<>\"'# \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == from) {
      throw new IllegalArgumentException("character %d: %s".formatted(at, text.charAt(at)));
    }
    return text.substring(from, at);
  }

  /** The next character that is neither white space nor a comment; none at the end. */
  private char peek() {
    while (at < text.length()) {
      char next = text.charAt(at);
      if (next == '#') {
        at = Math.max(at, text.indexOf('\n', at));
      } else if (!Character.isWhitespace(next)) {
        return next;
      }
      at++;
    }
    return '\0';
  }
}
