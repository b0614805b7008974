package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.Optional;

/**
 * How long a trust policy is.
 *
 * @param characters all of them, which the call counts
 * @param counted those that the quota counts: white space is free
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and
 *     STS quotas</a>
 */
record PolicyLength(int characters, int counted) {
  /** Characters that a role's trust policy may have by default ({@code ACLSizePerRole}). */
  static final int QUOTA = 2048;

  /** Characters that the quota can be raised to. */
  private static final int QUOTA_AT_MOST = 8192;

  /** The longest {@code PolicyDocument} of UpdateAssumeRolePolicy. */
  private static final int LONGEST = 131_072;

  static PolicyLength of(String policy) {
    return new PolicyLength(
        policy.length(), (int) policy.chars().filter(it -> !Character.isWhitespace(it)).count());
  }

  /** Whether a call takes it at all. */
  boolean isTaken() {
    return characters <= LONGEST;
  }

  /** That IAM would not store it, where it is too long. */
  Optional<Finding> finding() {
    if (isTaken() && counted <= QUOTA_AT_MOST) {
      return Optional.empty();
    }
    Finding finding =
        isTaken()
            ? Finding.warning("aws.policy-malformed", "IAM would not store so long a policy")
            : Finding.error("aws.policy-malformed", "IAM does not take so long a policy");
    return Optional.of(
        finding
            .because(
                "It has %d characters, %d without white space.".formatted(characters, counted),
                ("A role's trust policy may have %d without white space, up to %d where the"
                        + " account's quota is raised; a call takes %d in all.")
                    .formatted(QUOTA, QUOTA_AT_MOST, LONGEST))
            .fix(
                Fix.of(
                    "Shorten it, or split it: let several roles each trust some of those that it"
                        + " names."))
            .source(Sources.QUOTAS));
  }
}
