package dev.crosstrust.sandbox.aws.query;

import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML element with a text or with children.
 *
 * @param text empty when there are children
 */
public record Element(String name, String text, List<Element> children) {
  /** What XML 1.0 cannot hold. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  public Element {
    children = List.copyOf(children);
  }

  /** An element with a text. */
  public static Element of(String name, Object text) {
    return new Element(name, text.toString(), List.of());
  }

  /** An element with children. */
  public static Element of(String name, List<Element> children) {
    return new Element(name, "", children);
  }

  /** A list in the query protocol: each item is called {@code member}. */
  public static Element members(String name, Stream<Element> items) {
    return of(name, items.map(it -> new Element("member", it.text(), it.children())).toList());
  }

  /** The document with this element as root, in a namespace. */
  String document(String namespace) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartElement(name);
      xml.writeDefaultNamespace(namespace);
      for (Element child : children) {
        child.write(xml);
      }
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return out.toString();
  }

  private void write(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(UNPRINTABLE.matcher(text).replaceAll("\uFFFD"));
    for (Element child : children) {
      child.write(xml);
    }
    xml.writeEndElement();
  }
}
