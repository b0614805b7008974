package dev.crosstrust.storage.aws;

import dev.crosstrust.denial.AwsCodes;
import dev.crosstrust.denial.AwsDenials;
import dev.crosstrust.denial.Denial;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.storage.StorageUri;
import java.util.Optional;

/** What S3's refusals say. Its short text names nothing; what was asked is known all the same. */
final class S3Denials {
  private static final String LIST = "s3:ListBucket";

  private S3Denials() {}

  /** Empty when the refusal is about something else than permission. */
  static Optional<Denial> of(Refusal refusal, StorageUri at) {
    if (!AwsCodes.denied(refusal.status(), refusal.code())) {
      return Optional.empty();
    }
    Denial said = AwsDenials.in(refusal.message()).stream().findFirst().orElse(Denial.BARE);
    String action = action(refusal.operation());
    return Optional.of(said.completed(null, action, null, resource(action, at)));
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
      case "ListObjectsV2", "HeadBucket" -> LIST;
      case "HeadObject" -> "s3:GetObject";
      case "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload" -> "s3:PutObject";
      default -> "s3:" + operation;
    };
  }

  private static String resource(String action, StorageUri at) {
    if (at.isRoot()) {
      return "*";
    }
    String bucket = "arn:aws:s3:::" + at.bucket();
    return action.equals(LIST) ? bucket : bucket + "/" + at.key();
  }
}
