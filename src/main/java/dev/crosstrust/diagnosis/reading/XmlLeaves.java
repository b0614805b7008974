package dev.crosstrust.diagnosis.reading;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements of a piece of XML that hold text alone, by name, the first of each. */
final class XmlLeaves {
  private XmlLeaves() {}

  /** What can be read of it: a piece may be cut. */
  static Map<String, String> of(String xml) {
    Map<String, String> leaves = new LinkedHashMap<>();
    try {
      read(factory().createXMLStreamReader(new StringReader(xml)), leaves);
    } catch (XMLStreamException e) {
      // What came before stays.
    }
    return leaves;
  }

  private static void read(XMLStreamReader xml, Map<String, String> leaves)
      throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean leaf = false;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          text.setLength(0);
          leaf = true;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          if (leaf) {
            leaves.putIfAbsent(xml.getLocalName(), text.toString().strip());
          }
          leaf = false;
        }
        default -> {}
      }
    }
  }

  /** Entities and outer files are none of an error's business. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
