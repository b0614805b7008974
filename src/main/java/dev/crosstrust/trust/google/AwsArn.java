package dev.crosstrust.trust.google;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ARN of a role or of a session of one.
 *
 * @param start up to and with the account and the colon after it
 * @param path of a role, with the slash at its end; empty for none
 * @param session null for a role
 */
record AwsArn(String start, String account, String path, String role, @Nullable String session) {
  private static final Pattern ROLE =
      Pattern.compile("(arn:[a-z-]+:iam::(\\d{12}):)role/(.+)", Pattern.DOTALL);
  private static final Pattern SESSION =
      Pattern.compile("(arn:[a-z-]+:sts::(\\d{12}):)assumed-role/([^/]+)/([^/]+)");
  private static final Pattern ANY = Pattern.compile("arn:[a-z-]+:(?:iam|sts)::(\\d{12}):.+");

  static Optional<AwsArn> of(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher role = ROLE.matcher(text);
    if (role.matches()) {
      return ofRole(role.group(1), role.group(2), role.group(3));
    }
    Matcher session = SESSION.matcher(text);
    return session.matches()
        ? Optional.of(
            new AwsArn(session.group(1), session.group(2), "", session.group(3), session.group(4)))
        : Optional.empty();
  }

  /** Its path may have any number of parts, and none is empty. */
  private static Optional<AwsArn> ofRole(String start, String account, String resource) {
    int name = resource.lastIndexOf('/') + 1;
    return name == resource.length() || resource.startsWith("/") || resource.contains("//")
        ? Optional.empty()
        : Optional.of(
            new AwsArn(
                start, account, resource.substring(0, name), resource.substring(name), null));
  }

  /** The account of any ARN of IAM or STS; null where there is none. */
  static @Nullable String account(@Nullable String arn) {
    if (arn == null) {
      return null;
    }
    Matcher matcher = ANY.matcher(arn);
    return matcher.matches() ? matcher.group(1) : null;
  }
}
