package dev.crosstrust.ui.explain;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.denial.PolicyType;
import dev.crosstrust.diagnosis.Explained;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;

/** What texts may say. */
final class Examples {
  static final Finding DENIED =
      Finding.error("aws.denied-identity-policy", "Nothing allows `s3:GetObject`")
          .because(
              "The answer says that no identity-based policy allows `s3:GetObject`.",
              "The principal is a session of the role `GCPWorkloadIAMRole`.")
          .fix(
              Fix.of("Allow it in a policy of the role.")
                  .withAws("aws iam put-role-policy --role-name GCPWorkloadIAMRole"))
          .source(
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html");

  static final Finding REFUSED =
      Finding.error("aws.trust-refused", "The role does not trust this token, or is not there")
          .because("STS answers the same to both.")
          .confidence(Confidence.LIKELY);

  static final Denial DENIAL =
      new Denial(
          "arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session",
          "s3:GetObject",
          null,
          "arn:aws:s3:::billing-export-111122223333/2026/11.csv",
          PolicyType.IDENTITY_BASED,
          null,
          false,
          null,
          null,
          false);

  static final Explained TWO =
      new Explained("s3", "GetObject", 403, "AccessDenied", DENIAL, List.of(DENIED, REFUSED));

  static final Explained HALF = new Explained("s3", null, 418, null, null, List.of());

  static final Explained NOTHING = new Explained(null, null, null, null, null, List.of());

  private Examples() {}

  /** What this text says. */
  static Explained read(String text) {
    if (text.contains("AccessDenied")) {
      return TWO;
    }
    return text.contains("418") ? HALF : NOTHING;
  }
}
