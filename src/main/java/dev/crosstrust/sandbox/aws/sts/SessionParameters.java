package dev.crosstrust.sandbox.aws.sts;

import dev.crosstrust.sandbox.aws.account.Role;
import dev.crosstrust.sandbox.aws.account.SessionGrant;
import dev.crosstrust.sandbox.aws.query.Constraints;
import dev.crosstrust.sandbox.aws.query.Constraints.Length;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters that all ways into a role share.
 *
 * @param policy the inline session policy, in JSON
 * @param tokenLength characters of the session token that are asked for at least
 */
record SessionParameters(
    String roleArn,
    String sessionName,
    Duration duration,
    Optional<String> policy,
    int tokenLength) {
  private static final Pattern ROLE_ARN =
      Pattern.compile("arn:aws:iam::\\d{12}:role/([!-~]+/)?[\\w+=,.@-]{1,64}");
  private static final int SHORTEST_SECONDS = 900;
  private static final int LONGEST_SECONDS = 43_200;
  private static final int DEFAULT_SECONDS = 3_600;

  /** Reads them; the caller checks the constraints when it has read its own. */
  static SessionParameters read(Constraints constraints) {
    return new SessionParameters(
        constraints.required("RoleArn", new Length(20, 2048)),
        constraints.matching("RoleSessionName", new Length(2, 64), "[\\w+=,.@-]*"),
        Duration.ofSeconds(
            constraints
                .number("DurationSeconds", SHORTEST_SECONDS, LONGEST_SECONDS)
                .orElse(DEFAULT_SECONDS)),
        constraints.optional("Policy", new Length(1, 2048)),
        constraints.number("MinimumSessionTokenSize", 0, 4096).orElse(0));
  }

  /** Refuses what does not look like a role at all. */
  void checkRoleArn() {
    if (!ROLE_ARN.matcher(roleArn).matches()) {
      throw StsErrors.validation("Request ARN is invalid");
    }
  }

  /** The twelve digits in the role's ARN. */
  String account() {
    return roleArn.split(":", 6)[4];
  }

  /** Refuses a session longer than the role permits. */
  void checkDuration(Role role) {
    if (duration.compareTo(role.maxSessionDuration()) > 0) {
      throw StsErrors.validation(
          "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }
  }

  SessionGrant grant(Role role, SessionPolicies policies, Map<String, List<String>> context) {
    return new SessionGrant(
        role,
        sessionName,
        duration,
        policies.attached(),
        context,
        Math.max(tokenLength, SessionGrant.TOKEN_LENGTH));
  }
}
