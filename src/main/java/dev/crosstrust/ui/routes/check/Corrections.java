package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.check.LocalCheck.OfTrust;
import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.aws.Correction;
import dev.crosstrust.ui.kit.Change;
import dev.crosstrust.ui.kit.IndentedJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trust policy as it would be right, for those findings that are about it. */
public final class Corrections {
  private Corrections() {}

  /**
   * The change that mends what was found; empty where the check knows none.
   *
   * @param check the one that is seen
   */
  public static Optional<Change> of(Optional<LocalCheck> check, Finding finding) {
    return check
        .filter(it -> it.findings().stream().anyMatch(one -> one.id().equals(finding.id())))
        .flatMap(it -> it instanceof OfTrust trust ? of(trust) : Optional.empty());
  }

  private static Optional<Change> of(OfTrust check) {
    Correction correction = check.report().correctedPolicy();
    if (correction == null) {
      return Optional.empty();
    }
    String after = correction.policy().toPrettyString();
    String before = check.question().policy();
    Fix fix = fix(check.question().roleArn(), correction);
    return Optional.of(
        new Change(
            "Trust policy",
            fix,
            IndentedJson.of(before).orElse(before),
            IndentedJson.of(after).orElse(after),
            correction.changes()));
  }

  private static Fix fix(@Nullable String arn, Correction correction) {
    String role = arn == null ? "ROLE" : arn.substring(arn.lastIndexOf('/') + 1);
    String policy = correction.policy().toString();
    return Fix.of("Change the trust policy, as little as lets the token in")
        .withAws(
            Commands.of(
                "aws iam update-assume-role-policy",
                "--role-name",
                role,
                "--policy-document",
                policy))
        .withTerraform(
            "# in aws_iam_role.%s%nassume_role_policy = %s"
                .formatted(Commands.name(role), Commands.text(policy)))
        .with(correction.effect());
  }
}
