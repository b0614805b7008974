package dev.crosstrust.sandbox.aws.s3;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes S3's answers. The JDK's writers pass characters through that XML 1.0 cannot hold, and keys
 * may hold them; S3 sends them as references, and so does this.
 */
final class Xml {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  private Xml() {}

  /** A document in S3's name space. */
  static String document(String root, Consumer<Xml> content) {
    Xml xml = new Xml();
    xml.text.append('<').append(root).append(" xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
    content.accept(xml);
    return xml.close(root).text.toString();
  }

  /** A document without a name space, as S3's errors are. */
  static String plainDocument(String root, Consumer<Xml> content) {
    return new Xml().element(root, content).text.toString();
  }

  Xml element(String name, Consumer<Xml> content) {
    text.append('<').append(name).append('>');
    content.accept(this);
    return close(name);
  }

  Xml element(String name, String value) {
    text.append('<').append(name).append('>');
    value.chars().forEach(this::escaped);
    return close(name);
  }

  Xml element(String name, long value) {
    return element(name, Long.toString(value));
  }

  Xml element(String name, boolean value) {
    return element(name, Boolean.toString(value));
  }

  Xml element(String name, Instant value) {
    return element(name, TIME.format(value));
  }

  private Xml close(String name) {
    text.append("</").append(name).append('>');
    return this;
  }

  private void escaped(int c) {
    switch (c) {
      case '&' -> text.append("&amp;");
      case '<' -> text.append("&lt;");
      case '>' -> text.append("&gt;");
      case '"' -> text.append("&quot;");
      default -> {
        if (c < ' ' && c != '\n' && c != '\t') {
          text.append("&#x").append(Integer.toHexString(c)).append(';');
        } else {
          text.append((char) c);
        }
      }
    }
  }
}
