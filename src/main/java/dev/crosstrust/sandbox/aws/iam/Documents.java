package dev.crosstrust.sandbox.aws.iam;

import dev.crosstrust.sandbox.aws.policy.PolicyDocument;
import dev.crosstrust.sandbox.aws.query.Element;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Policy documents in answers: percent-encoded as RFC 3986 has it, with blanks as {@code %20}. */
final class Documents {
  private Documents() {}

  static Element of(String name, PolicyDocument document) {
    String form = URLEncoder.encode(document.text(), StandardCharsets.UTF_8);
    return Element.of(name, form.replace("+", "%20").replace("*", "%2A").replace("%7E", "~"));
  }
}
