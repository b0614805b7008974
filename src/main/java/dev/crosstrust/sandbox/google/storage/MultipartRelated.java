package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.blob.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code multipart/related} (RFC 2387) as clients really send it: the boundary bare, or in
 * double or single quotes, and lines that end in LF alone.
 */
final class MultipartRelated {
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]+)\"|'([^']+)'|([^;\\s]+))");
  private static final Pattern TYPE = Pattern.compile("(?im)^content-type:[ \\t]*([^\\r\\n]+)");

  private MultipartRelated() {}

  /**
   * One part.
   *
   * @param type its {@code Content-Type}; empty for none
   */
  record Part(String type, Content body) {}

  /**
   * The parts of a body.
   *
   * @return empty when the body has no such parts
   */
  static List<Part> parse(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      return List.of();
    }
    String name =
        boundary.group(1) != null
            ? boundary.group(1)
            : boundary.group(2) != null ? boundary.group(2) : boundary.group(3);
    // One character a byte, so that places in the text are places in the body.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String mark = "--" + name;
    int start = text.indexOf(mark);
    if (start < 0) {
      return List.of();
    }
    String lineEnd = text.startsWith("\r\n", start + mark.length()) ? "\r\n" : "\n";
    List<Part> parts = new ArrayList<>();
    int from = start + mark.length() + lineEnd.length();
    int end = text.indexOf(lineEnd + mark, from);
    while (end >= 0) {
      parts.add(part(text, body, from, end, lineEnd));
      from = end + lineEnd.length() + mark.length() + lineEnd.length();
      end = text.indexOf(lineEnd + mark, from);
    }
    return parts;
  }

  private static Part part(String text, byte[] body, int from, int end, String lineEnd) {
    String blank = lineEnd + lineEnd;
    // A part without headers begins with the blank line itself.
    boolean headless = text.startsWith(lineEnd, from);
    int headers = headless ? from : text.indexOf(blank, from);
    if (headers < 0 || headers > end) {
      return new Part("", Content.of(Arrays.copyOfRange(body, from, end)));
    }
    Matcher type = TYPE.matcher(text.substring(from, headers));
    int content = headers + (headless ? lineEnd : blank).length();
    return new Part(
        type.find() ? type.group(1).strip() : "",
        Content.of(Arrays.copyOfRange(body, Math.min(content, end), end)));
  }
}
