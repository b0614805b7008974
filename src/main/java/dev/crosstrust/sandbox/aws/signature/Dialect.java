package dev.crosstrust.sandbox.aws.signature;

/**
 * Which service reads the signature: they differ in how the path is made canonical, in what counts
 * as the payload's hash, and in the words of a refusal.
 */
public enum Dialect {
  /** STS and IAM. */
  QUERY,
  /** S3. */
  S3;

  Refusals refusals() {
    return switch (this) {
      case QUERY -> new QueryRefusals();
      case S3 -> new S3Refusals();
    };
  }
}
