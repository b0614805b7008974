package dev.crosstrust.token;

import dev.crosstrust.token.Reading.Looks;
import java.util.List;
import java.util.regex.Pattern;

/** What people paste where a token belongs, told apart by its form. */
final class Shapes {
  /** One form: the first that fits is the answer. */
  private record Shape(Pattern pattern, Looks looks, String sentence) {
    Shape(String pattern, Looks looks, String sentence) {
      this(Pattern.compile(pattern, Pattern.DOTALL), looks, sentence);
    }
  }

  private static final List<Shape> LOOKALIKES =
      List.of(
          new Shape("", Looks.EMPTY, "There is nothing here: the text is empty."),
          new Shape("[\"'`\u201C\u2018].*", Looks.QUOTED, "There are quotes around the token."),
          new Shape(
              "(?i)(?:authorization:\\s*)?(?:bearer|jwt|token)[\\s:].*",
              Looks.WITH_SCHEME,
              "There is a word before the token, such as `Bearer`."),
          new Shape(
              "(?i)authorization:.*",
              Looks.WITH_SCHEME,
              "This is an HTTP header, `Authorization`, not the token in it."),
          new Shape(
              "ya29\\..*",
              Looks.ACCESS_TOKEN,
              "This is a Google access token (it begins with `ya29.`), not an ID token."),
          new Shape(
              "1//.*", Looks.OTHER_SECRET, "This is a Google refresh token, not an ID token."),
          new Shape(
              "(?:gh[opsur]_|github_pat_|glpat-).*",
              Looks.OTHER_SECRET,
              "This is an access token of a code host, not an ID token."),
          new Shape(
              "(?:AKIA|ASIA)[A-Z0-9]{12,}.*",
              Looks.OTHER_SECRET,
              "This is an AWS access key id, not a token."),
          new Shape(
              "(?:FwoG|IQoJ|AQoD)[A-Za-z0-9+/=]{40,}",
              Looks.OTHER_SECRET,
              "This is an AWS session token, not a subject token."),
          new Shape(
              "-----BEGIN .*", Looks.OTHER_SECRET, "This is a key or certificate in PEM form."),
          new Shape(
              "<(?:\\?xml[^>]*>\\s*<)?(?:[A-Za-z0-9]+:)?(?:Response|Assertion)\\b.*",
              Looks.SAML,
              "This is a SAML response, not a JWT."),
          new Shape(
              "(?:PD94bWwg|PHNhbWw|PFJlc3BvbnNl|PEFzc2VydGlvb).*",
              Looks.SAML,
              "This is a SAML response in base64, not a JWT."),
          new Shape(
              "<.*",
              Looks.WEB_PAGE,
              "This is a page of HTML or XML, such as a proxy answers with, not a token."),
          new Shape(
              "(?:~?/|\\.{1,2}/|[A-Za-z]:\\\\|file:).*|(?!eyJ)[^\\s.{%]+/\\S+",
              Looks.FILE_PATH, "This is the path of a file, not what is in it."),
          new Shape(
              "(?i)%257B.*",
              Looks.BROKEN_REQUEST, "This is a signed request that was percent-encoded twice."),
          new Shape(
              "eyJ\\S*\\s.*",
              Looks.DAMAGED,
              "There is white space inside the token, as from a line wrapped on the screen."));

  private Shapes() {}

  static void refuseLookalikes(String text) throws NotAToken {
    for (Shape shape : LOOKALIKES) {
      if (shape.pattern().matcher(text).matches()) {
        throw new NotAToken(shape.looks(), shape.sentence());
      }
    }
  }

  static void requireThreeParts(String[] parts) throws NotAToken {
    if (parts.length == 3 && !parts[0].isEmpty()) {
      return;
    }
    boolean beginsLikeJwt = parts[0].startsWith("eyJ");
    if (parts.length == 5 && beginsLikeJwt) {
      throw new NotAToken(
          Looks.ENCRYPTED, "This is an encrypted token (JWE, five parts): it cannot be read.");
    }
    if (parts.length < 3 && beginsLikeJwt) {
      throw new NotAToken(
          Looks.CUT,
          "This is the beginning of a JWT: it has %d of its three parts.".formatted(parts.length));
    }
    throw beginsLikeJwt
        ? new NotAToken(
            Looks.DAMAGED, "A JWT has three parts; this has %d.".formatted(parts.length))
        : new NotAToken(Looks.OPAQUE, "This is not a JWT: it is an opaque token or other text.");
  }
}
