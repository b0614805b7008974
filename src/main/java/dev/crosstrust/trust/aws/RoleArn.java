package dev.crosstrust.trust.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A role by its ARN, {@code arn:aws:iam::ACCOUNT:role/PATH/NAME}.
 *
 * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov}
 * @param path begins and ends with a slash
 */
public record RoleArn(String partition, String account, String path, String name) {
  /** Where an ARN has it, between colons. */
  private static final int ACCOUNT = 4;

  private static final Pattern FORM =
      Pattern.compile("arn:([^:]+):iam::(\\d{12}):role(/(?:.*/)?)([^/]+)");

  /** The parts of an ARN; empty when it is not that of a role. */
  public static Optional<RoleArn> of(String arn) {
    Matcher matcher = FORM.matcher(arn);
    return matcher.matches()
        ? Optional.of(
            new RoleArn(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)))
        : Optional.empty();
  }

  /** The account of any ARN, as it stands there; empty when it names none. */
  public static Optional<String> accountOf(String arn) {
    String[] parts = arn.split(":", -1);
    return parts.length > ACCOUNT && !parts[ACCOUNT].isEmpty()
        ? Optional.of(parts[ACCOUNT])
        : Optional.empty();
  }

  /** The ARN. */
  public String arn() {
    return "arn:%s:iam::%s:role%s%s".formatted(partition, account, path, name);
  }

  /** The ARN of an identity provider of its account. */
  String provider(String url) {
    return "arn:%s:iam::%s:oidc-provider/%s".formatted(partition, account, url);
  }
}
