package dev.crosstrust.check;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.inspect.aws.RoleDetail;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.aws.TrustReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What keeps a role from being entered whatever its trust policy says. */
final class RoleFacts {
  private static final String PAGE =
      "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html";

  private RoleFacts() {}

  /** The report, with what the role itself adds to it. */
  static TrustReport judged(TrustReport report, AskedRole asked, RoleDetail role) {
    List<Finding> findings = new ArrayList<>();
    if (!role.role().arn().equals(asked.arn())) {
      findings.add(anotherArn(asked.arn(), role.role().arn()));
    }
    Duration wanted = asked.duration();
    if (wanted != null && wanted.compareTo(role.longestSession()) > 0) {
      findings.add(tooLong(wanted, role));
    }
    if (findings.isEmpty()) {
      return report;
    }
    findings.addAll(report.findings());
    return report.with(Verdict.REFUSED, findings);
  }

  /** The report, with remarks after its own findings. */
  static TrustReport remarking(TrustReport report, List<Finding> remarks) {
    return report.with(
        report.verdict(), Stream.concat(report.findings().stream(), remarks.stream()).toList());
  }

  private static Finding anotherArn(String asked, String real) {
    return Finding.error("aws.role-arn-invalid", "The role of this name has another ARN")
        .because("Asked for: " + asked, "In the account: " + real)
        .fix(Fix.of("Write the role's ARN with its path, letter by letter as the account has it"))
        .source(PAGE);
  }

  private static Finding tooLong(Duration wanted, RoleDetail role) {
    return Finding.error(
            "aws.session-duration", "The session is asked for longer than the role allows")
        .because(
            "Asked for: %d seconds; the role's maximum: %d"
                .formatted(wanted.toSeconds(), role.longestSession().toSeconds()))
        .fix(
            Fix.of("Ask for at most %d seconds".formatted(role.longestSession().toSeconds())),
            Fix.of("Let the role's sessions last longer")
                .withAws(
                    Commands.of(
                        "aws iam update-role",
                        "--role-name",
                        role.role().name(),
                        "--max-session-duration",
                        Long.toString(wanted.toSeconds())))
                .with(Fix.Effect.WIDENS))
        .source(PAGE);
  }
}
