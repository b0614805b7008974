package dev.crosstrust.route.file;

import dev.crosstrust.route.file.Yaml.Place;
import dev.crosstrust.secret.Redactor;
import java.util.regex.Pattern;

/**
 * Refuses a file in which a line looks like a token or key. The message names the place and not the
 * value, so that a pasted secret goes no further.
 */
final class SecretLines {
  /** Access key ids, and secret keys: forty characters of base64 of more than one kind. */
  private static final Pattern AWS_KEY =
      Pattern.compile(
          "(?<![A-Za-z0-9])A[KS]IA[A-Z2-7]{16}(?![A-Za-z0-9])"
              + "|(?<![A-Za-z0-9/+=:-])(?=[^\\s\"']*[0-9])(?=[^\\s\"']*[a-z])(?=[^\\s\"']*[A-Z])"
              + "[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=:.-])");

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?:^|[\\s{,\"'])[\\w-]*(?:secret|password|private_?key|session_?token|refresh_?token"
              + "|access_?token|id_?token)[\\w-]*[\"']?\\s*[:=]\\s*[^\\s{}\\[\\],#]");

  private SecretLines() {}

  static void refuseIn(String text) throws UnreadableException {
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (looksSecret(line)) {
        throw new UnreadableException(
            new Place(number, 1 + line.length() - line.stripLeading().length()),
            "this line looks like it holds a token or key; a route holds none, it names the"
                + " identity that has one");
      }
    }
  }

  private static boolean looksSecret(String line) {
    return AWS_KEY.matcher(line).find()
        || NAMED.matcher(line).find()
        || !new Redactor().text(line).equals(line);
  }
}
