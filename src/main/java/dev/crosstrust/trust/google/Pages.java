package dev.crosstrust.trust.google;

/** Where the rules are written. */
final class Pages {
  static final String TOKEN =
      "https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token";
  static final String PROVIDER =
      "https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools.providers";
  static final String FEDERATION = "https://cloud.google.com/iam/docs/workload-identity-federation";
  static final String MAPPING = FEDERATION + "#mapping";
  static final String CONDITION = FEDERATION + "#conditions";
  static final String GRANT_CONDITION =
      "https://cloud.google.com/iam/docs/conditions-attribute-reference";
  static final String STRING =
      "https://cloud.google.com/iam/docs/troubleshooting-workforce-identity-federation";
  static final String PRINCIPALS = "https://cloud.google.com/iam/docs/principal-identifiers";
  static final String KEYS =
      "https://cloud.google.com/iam/docs/workload-identity-federation-with-other-providers";

  private Pages() {}
}
