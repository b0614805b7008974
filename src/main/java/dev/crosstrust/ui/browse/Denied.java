package dev.crosstrust.ui.browse;

import static java.util.Objects.requireNonNullElse;

import dev.crosstrust.denial.AwsCodes;
import dev.crosstrust.denial.AwsDenials;
import dev.crosstrust.denial.Denial;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.storage.StorageUri;
import java.util.Optional;

/**
 * Who was refused what. What the service leaves out of its text is taken from what was asked; only
 * the kind of policy cannot be known then.
 *
 * @param policy the kind of policy that refused, in words
 */
record Denied(StorageUri at, String principal, String action, String resource, String policy) {
  /** Empty when the refusal is about something else than permission. */
  static Optional<Denied> of(Refusal refusal, String sessionArn, StorageUri at) {
    if (!AwsCodes.denied(refusal.status(), refusal.code())) {
      return Optional.empty();
    }
    Denial said = AwsDenials.in(refusal.message()).stream().findFirst().orElse(Denial.BARE);
    return Optional.of(
        new Denied(
            at,
            requireNonNullElse(said.principal(), sessionArn),
            requireNonNullElse(said.action(), action(refusal.operation())),
            requireNonNullElse(said.resource(), resource(refusal.operation(), at)),
            policy(said)));
  }

  /** In one line. */
  String title() {
    return "%s refuses %s".formatted(at.isRoot() ? "S3" : at.bucket(), action);
  }

  private static String policy(Denial said) {
    if (said.policyType() == null) {
      return said.bare() ? "not said: S3 says only Access Denied" : "not said";
    }
    String kind = said.policyType().text();
    if (said.explicit() == null) {
      return kind;
    }
    return said.explicit() ? kind + ": an explicit Deny" : kind + ": nothing allows it";
  }

  /**
   * The permission that an operation asks for, where it does not bear the operation's name.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">Required
   *     permissions for S3 API operations</a>
   */
  private static String action(String operation) {
    return switch (operation) {
      case "ListBuckets" -> "s3:ListAllMyBuckets";
      case "ListObjectsV2" -> "s3:ListBucket";
      case "HeadObject" -> "s3:GetObject";
      default -> "s3:" + operation;
    };
  }

  private static String resource(String operation, StorageUri at) {
    if (at.isRoot()) {
      return "*";
    }
    String bucket = "arn:aws:s3:::" + at.bucket();
    return operation.startsWith("List") ? bucket : bucket + "/" + at.key();
  }
}
