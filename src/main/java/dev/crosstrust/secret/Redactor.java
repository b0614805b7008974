package dev.crosstrust.secret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the secrets out of what is kept of one call: by the name a value goes under, by the shape
 * of the value, and by having seen the same value under such a name before. A value that is taken
 * out leaves its fingerprint, so that the same token can be followed from leg to leg.
 *
 * <p>Works on text, not on parsed bodies: what is kept may be cut in the middle or not be what its
 * content type says, and must not leak then either.
 */
public final class Redactor {
  /**
   * Names of headers, parameters, JSON members, XML elements and options of programs, as {@link
   * #plain} has them: {@code id_token}, {@code idToken} and {@code --id-token} are one.
   */
  private static final Set<String> SECRET_NAMES =
      Set.of(
          // OAuth and Google
          "assertion",
          "clientassertion",
          "token",
          "subjecttoken",
          "actortoken",
          "signedblob",
          "signedjwt",
          "codeverifier",
          "devicecode",
          "xgoogsignature",
          "xgoogapikey",
          // AWS
          "webidentitytoken",
          "xamzsecuritytoken",
          "xamzsignature",
          "xamzssobearertoken",
          "signature",
          "signatureprovided",
          "canonicalrequestbytes",
          "dpop",
          // anywhere
          "apikey",
          "authorization",
          "proxyauthorization",
          "cookie",
          "setcookie");

  /**
   * Who has it may send what he likes to an upload that somebody else began; S3's is no such key.
   */
  private static final String GOOGLE_UPLOAD = "upload_id";

  /** However such a name begins, as {@code AWS_SESSION_TOKEN} or {@code db-password} do. */
  private static final Pattern SECRET_ENDING =
      Pattern.compile(
          ".*(?:accesstoken|refreshtoken|idtoken|sessiontoken|privatekey|secretkey|accesskey"
              + "|secret|password|passphrase)");

  /**
   * How a named value is written.
   *
   * @param opening the name, as its only group, and all up to the value
   * @param value what follows the opening; need not have an end, since a text may be cut
   */
  private record Form(Pattern opening, Pattern value) {
    private static final String NAME = "([A-Za-z0-9_.-]++)";

    static Form of(String opening, String value) {
      return new Form(Pattern.compile(opening.replace("NAME", NAME)), Pattern.compile(value));
    }
  }

  private static final List<Form> FORMS =
      List.of(
          // JSON
          Form.of("\"NAME\"\\s*:\\s*\"", "(?:[^\"\\\\]|\\\\.)++"),
          // JSON within a text of JSON: each quote has backslashes before it
          Form.of("\\\\\"NAME\\\\+\"\\s*:\\s*\\\\+\"", "[^\"\\\\]+"),
          // JSON within a form or an address
          Form.of("%22NAME%22(?:%20|\\+)*%3[Aa](?:%20|\\+)*%22", "(?:(?!%22)[^\\s&\"<>])++"),
          // an XML element
          Form.of("<(?:[A-Za-z0-9_-]+:)?NAME(?:\\s[^<>]*)?>", "[^<]+"),
          // a parameter, setting or variable
          Form.of("(?<![A-Za-z0-9_.-])NAME[ \\t]*=[ \\t]*[\"']?", "[^&\\s<>\"]+"),
          // an option of a program
          Form.of("-(?<![^\\s\"']-)-?NAME[ \\t]+[\"']?", "[^\\s\"'-][^\\s\"']*"),
          // a header in a text
          Form.of(
              "(?:^|[\\s\"';])((?i:x-amz-security-token|x-goog-api-key|proxy-authorization"
                  + "|authorization|set-cookie|cookie))\\s*:\\s*",
              "[^\\s\"'][^\\n\"']*"));

  /**
   * In a run of letters that a dot and enough of a payload follow: then the first {@code eyJ} of it
   * is the token's, and each run is looked through once. What stands before the token in its run is
   * its first group.
   */
  private static final Pattern JWT =
      Pattern.compile(
          "(?<![A-Za-z0-9_-])(?=[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]{8})([A-Za-z0-9_-]*?)"
              + "(eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+(?:\\.[A-Za-z0-9_-]*+)?)");

  /**
   * Google's access and refresh tokens, its client secrets and API keys, AWS's session tokens,
   * private keys: like JWTs, secret under any name.
   */
  private static final Pattern SECRET_SHAPE =
      Pattern.compile(
          "ya29\\.[A-Za-z0-9_.-]{8,}"
              + "|1//[A-Za-z0-9_-]{16,}|GOCSPX-[A-Za-z0-9_-]{16,}|AIza[A-Za-z0-9_-]{35}"
              + "|(?:FwoG|IQoJ|AQoD)[A-Za-z0-9+/=%]{40,}"
              + "|-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END"
              + " [A-Z ]*PRIVATE KEY-----|$)");

  /** What SigV4 says besides the signature (who signs, for which service) is evidence. */
  private static final Pattern SIGV4 = Pattern.compile("(?i)(AWS4-[A-Z0-9-]+ .*Signature=)(\\S+)");

  private final SeenSecrets seen = new SeenSecrets();

  /** What stands in a secret's place: its fingerprint and length. */
  static String mask(String value) {
    return "‹%s, %d characters›".formatted(Secret.fingerprint(value), value.length());
  }

  /** The headers, each value without its secrets; several values are joined by a comma. */
  public Map<String, String> headers(Map<String, List<String>> headers) {
    Map<String, String> redacted = new LinkedHashMap<>();
    headers.forEach((name, values) -> redacted.put(name, header(name, String.join(", ", values))));
    return redacted;
  }

  private String header(String name, String value) {
    return isSecret(name) ? hideUnder(name, value) : text(value);
  }

  /** A body, URL, message or any other text, without its secrets. */
  public String text(String text) {
    String redacted = text;
    for (Form form : FORMS) {
      redacted = hideNamed(form, redacted);
    }
    redacted =
        JWT.matcher(redacted)
            .replaceAll(jwt -> Matcher.quoteReplacement(jwt.group(1) + hide(jwt.group(2))));
    redacted =
        SECRET_SHAPE
            .matcher(redacted)
            .replaceAll(shape -> Matcher.quoteReplacement(hide(shape.group())));
    return seen.hideIn(redacted);
  }

  private String hideNamed(Form form, String text) {
    Matcher opening = form.opening().matcher(text);
    Matcher value = form.value().matcher(text);
    StringBuilder redacted = new StringBuilder();
    int end = 0;
    while (opening.find()) {
      boolean covered = opening.start() < end;
      if (!covered
          && isSecret(opening.group(1))
          && value.region(opening.end(), text.length()).lookingAt()) {
        redacted
            .append(text, end, value.start())
            .append(hideUnder(opening.group(1), value.group()));
        end = value.end();
      }
    }
    return redacted.append(text, end, text.length()).toString();
  }

  /** An authorization keeps its scheme and, with SigV4, who signs for what. */
  private String hideUnder(String name, String value) {
    int scheme = value.indexOf(' ');
    if (!name.toLowerCase(Locale.ROOT).endsWith("authorization") || scheme < 0) {
      return hide(value);
    }
    Matcher signed = SIGV4.matcher(value);
    return signed.matches()
        ? signed.group(1) + hide(signed.group(2))
        : value.substring(0, scheme + 1) + hide(value.substring(scheme + 1));
  }

  private String hide(String value) {
    if (value.startsWith("‹sha256:")) {
      return value;
    }
    seen.add(value);
    return mask(value);
  }

  private static boolean isSecret(String name) {
    String plain = plain(name);
    return SECRET_NAMES.contains(plain)
        || name.equals(GOOGLE_UPLOAD)
        || SECRET_ENDING.matcher(plain).matches();
  }

  /** In lower case, without hyphens and the like, and without a number at its end (Token-0). */
  private static String plain(String name) {
    String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    int end = letters.length();
    while (end > 0 && Character.isDigit(letters.charAt(end - 1))) {
      end--;
    }
    return letters.substring(0, end);
  }
}
