package dev.crosstrust.trust.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a role's ARN that matter here. */
record RoleArn(String partition, String account, String name) {
  private static final Pattern FORM =
      Pattern.compile("arn:([^:]+):iam::(\\d{12}):role/(?:.*/)?([^/]+)");

  static Optional<RoleArn> of(String arn) {
    Matcher matcher = FORM.matcher(arn);
    return matcher.matches()
        ? Optional.of(new RoleArn(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /** The ARN of an identity provider of its account. */
  String provider(String url) {
    return "arn:%s:iam::%s:oidc-provider/%s".formatted(partition, account, url);
  }
}
