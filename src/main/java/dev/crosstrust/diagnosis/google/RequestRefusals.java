package dev.crosstrust.diagnosis.google;

import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;

/** What Google's STS says of the request for an exchange. */
final class RequestRefusals {
  private RequestRefusals() {}

  static Finding audience(Symptom symptom) {
    String audience = symptom.sent().getOrDefault("audience", "");
    if (audience.matches(
        "//iam\\.[^/]+/projects/[^/]+/locations/global/workloadIdentityPools/[^/]+")) {
      return wrong("google.audience-is-pool", "The audience names the pool, not its provider")
          .fix(Fix.of("Add /providers/PROVIDER"));
    }
    if (audience.matches("//iam\\.[^/]+/projects/\\D[^/]*/.*")) {
      return wrong("google.audience-project-id", "The audience has the project's id")
          .fix(
              Fix.of("Write its number instead")
                  .withGcloud("gcloud projects describe PROJECT --format='value(projectNumber)'"));
    }
    if (audience.startsWith("//iam.") && !audience.startsWith("//iam.googleapis.com/")) {
      return wrong("google.universe-mismatch", "The audience is of another universe")
          .fix(Fix.of("Ask the STS of the universe that the audience names"));
    }
    return wrong(
            "google.audience-not-resource-name",
            "The audience is not the full name of a pool provider")
        .fix(
            Fix.of(
                "Write //iam.googleapis.com/projects/NUMBER/locations/global/workloadIdentityPools/"
                    + "POOL/providers/PROVIDER, without https:"));
  }

  static Finding scope() {
    return wrong("google.scope-missing", "The exchange was asked without a scope")
        .fix(Fix.of("Ask for https://www.googleapis.com/auth/cloud-platform"));
  }

  static Finding malformed() {
    return wrong("google.request-malformed", "A field of the exchange is missing or not known")
        .fix(
            Fix.of(
                "requested_token_type is urn:ietf:params:oauth:token-type:access_token;"
                    + " subject_token_type that of the token: jwt, or aws4_request for an AWS"
                    + " provider"));
  }

  private static Finding wrong(String id, String title) {
    return Finding.error(id, title).source(PoolFindings.PAGE);
  }
}
