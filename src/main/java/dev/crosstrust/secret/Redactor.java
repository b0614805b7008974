package dev.crosstrust.secret;

import java.util.ArrayList;
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
  /** Names of headers, parameters, JSON members and XML elements, in lower case. */
  private static final Set<String> SECRET_NAMES =
      Set.of(
          // OAuth and Google
          "assertion",
          "access_token",
          "accesstoken",
          "refresh_token",
          "refreshtoken",
          "id_token",
          "idtoken",
          "token",
          "subject_token",
          "actor_token",
          "client_secret",
          "clientsecret",
          "private_key",
          "signedblob",
          "signedjwt",
          "code_verifier",
          "device_code",
          // AWS
          "webidentitytoken",
          "secretaccesskey",
          "secretkey",
          "sessiontoken",
          "aws_secret_access_key",
          "aws_session_token",
          "x-amz-security-token",
          "x-amz-signature",
          "signature",
          "signatureprovided",
          "x-amz-sso_bearer_token",
          "dpop",
          // anywhere
          "authorization",
          "proxy-authorization",
          "cookie",
          "set-cookie",
          "password");

  private static final Pattern JSON_MEMBER =
      Pattern.compile("\"([A-Za-z0-9_.-]+)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)(?:\"|$)");
  private static final Pattern XML_ELEMENT = Pattern.compile("<([A-Za-z0-9]+)>([^<]+)(?:<|$)");
  private static final Pattern PARAMETER =
      Pattern.compile("(?:^|[?&\\s])([A-Za-z0-9_.-]+)=([^&\\s<>\"]+)");
  private static final Pattern HEADER_LINE =
      Pattern.compile(
          "(?i)(?:^|[\\s\"';])(x-amz-security-token|proxy-authorization|authorization)\\s*:\\s*"
              + "([^\\s\"'][^\\n\"']*)");

  /** JWTs, Google's access and refresh tokens, private keys: secret under any name. */
  private static final Pattern SECRET_SHAPE =
      Pattern.compile(
          "eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*)?|ya29\\.[A-Za-z0-9_.-]{8,}"
              + "|1//[A-Za-z0-9_-]{16,}|-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END"
              + " [A-Z ]*PRIVATE KEY-----|$)");

  /** What SigV4 says besides the signature (who signs, for which service) is evidence. */
  private static final Pattern SIGV4 = Pattern.compile("(?i)(AWS4-[A-Z0-9-]+ .*Signature=)(\\S+)");

  private static final int SHORTEST_REMEMBERED = 8;

  private final List<String> seen = new ArrayList<>();

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
    for (Pattern named : List.of(JSON_MEMBER, XML_ELEMENT, PARAMETER, HEADER_LINE)) {
      redacted = hideNamed(named, redacted);
    }
    redacted = SECRET_SHAPE.matcher(redacted).replaceAll(m -> quoted(hide(m.group())));
    for (String secret : seen) {
      redacted = redacted.replace(secret, mask(secret));
    }
    return redacted;
  }

  private String hideNamed(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .replaceAll(
            match -> {
              if (!isSecret(match.group(1))) {
                return quoted(match.group());
              }
              int start = match.start(2) - match.start();
              int end = match.end(2) - match.start();
              String whole = match.group();
              return quoted(
                  whole.substring(0, start)
                      + hideUnder(match.group(1), match.group(2))
                      + whole.substring(end));
            });
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
    if (value.length() >= SHORTEST_REMEMBERED) {
      seen.add(value);
    }
    return mask(value);
  }

  private static boolean isSecret(String name) {
    return SECRET_NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }
}
