package dev.crosstrust.sandbox.aws.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads the small documents that clients send; no document type, nothing from outside. */
final class XmlBody {
  private XmlBody() {}

  static Element parse(byte[] body, String root) throws IOException {
    try {
      Element element = parser().parse(new ByteArrayInputStream(body)).getDocumentElement();
      if (!element.getLocalName().equals(root)) {
        throw S3Errors.malformedXml();
      }
      return element;
    } catch (SAXException malformed) {
      throw S3Errors.malformedXml();
    }
  }

  private static DocumentBuilder parser() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // The default handler prints to the error stream.
      builder.setErrorHandler(null);
      return builder;
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static List<Element> children(Element parent, String name) {
    return IntStream.range(0, parent.getChildNodes().getLength())
        .<Node>mapToObj(parent.getChildNodes()::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(child -> child.getLocalName().equals(name))
        .toList();
  }

  static Optional<String> text(Element parent, String name) {
    return children(parent, name).stream().map(Element::getTextContent).findFirst();
  }

  /** The text of a child that must be there. */
  static String required(Element parent, String name) {
    return text(parent, name).orElseThrow(S3Errors::malformedXml);
  }
}
