package dev.crosstrust.setup;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.aws.Means;
import dev.crosstrust.inspect.aws.RoleDetail;
import dev.crosstrust.trust.aws.RoleArn;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who a route from AWS starts as.
 *
 * @param arn as {@code GetCallerIdentity} says it: of a session, or of a user
 * @param account twelve digits
 * @param role the name of the role that the session is of, without its path; null for a user
 */
record Principal(String arn, String account, @Nullable String role) {
  private static final Pattern ARN =
      Pattern.compile("arn:[^:]+:(?:sts|iam)::(\\d{12}):(?:assumed-role/([^/]+)/.+|.+)");

  static Optional<Principal> of(String arn) {
    Matcher matcher = ARN.matcher(arn);
    return matcher.matches()
        ? Optional.of(new Principal(arn, matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** The same if the role has no path, as most have none. */
  String plainSubject() {
    return role == null
        ? arn
        : "arn:%s:iam::%s:role/%s".formatted(arn.split(":", -1)[1], account, role);
  }

  /**
   * The {@code sub} of its JWTs: the ARN of the role with its path, which only the role itself
   * tells, or the profile that names it; of a user its own ARN. Null where it is not known.
   */
  @Nullable String subject(AwsIdentity identity, Outcome<RoleDetail> read) {
    if (role == null) {
      return arn;
    }
    if (read instanceof Done<RoleDetail>(RoleDetail found)) {
      return found.role().arn();
    }
    String written =
        switch (identity.means()) {
          case Means.AssumedRole assumed -> assumed.roleArn();
          case Means.WebIdentity assumed -> assumed.roleArn();
          default -> "";
        };
    return RoleArn.of(written).filter(it -> it.name().equals(role)).isPresent() ? written : null;
  }
}
