package dev.crosstrust.sandbox.aws.sts;

import dev.crosstrust.sandbox.aws.AwsError;

/** The refusals of STS, to the letter. */
final class StsErrors {
  private StsErrors() {}

  static AwsError invalidToken(String message) {
    return new AwsError(400, "InvalidIdentityToken", message);
  }

  /** Since 2026 the one answer to everything about the provider, its keys and its audiences. */
  static AwsError notValidated() {
    return invalidToken(
        "The web identity token provided could not be validated. See the AssumeRoleWithWebIdentity"
            + " documentation for requirements.");
  }

  static AwsError expired(String message) {
    return new AwsError(400, "ExpiredTokenException", message);
  }

  /** Whether the trust policy refuses or there is no such role is not told. */
  static AwsError notAuthorized() {
    return new AwsError(
        403, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity");
  }

  static AwsError validation(String message) {
    return new AwsError(400, "ValidationError", message);
  }
}
