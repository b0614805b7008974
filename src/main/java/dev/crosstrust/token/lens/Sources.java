package dev.crosstrust.token.lens;

/** Where the rules are written that findings rely on. */
final class Sources {
  static final String ASSUME_ROLE =
      "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html";
  static final String CONDITION_KEYS =
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html";
  static final String SIGNING =
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html";
  static final String GOOGLE_STS =
      "https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token";
  static final String GOOGLE_MAPPING =
      "https://cloud.google.com/iam/docs/workload-identity-federation";
  static final String DISCOVERY = "OpenID Connect Discovery 1.0, section 4.3";

  private Sources() {}
}
