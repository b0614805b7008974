package dev.crosstrust.ui.routes;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.identity.Cloud;
import org.jspecify.annotations.Nullable;

/** Somebody that a run asks. */
record Who(String title, @Nullable Cloud cloud) {
  static final Who GOOGLE = new Who("Google tokens", Cloud.GOOGLE);
  static final Who AWS_STS = new Who("AWS STS", Cloud.AWS);
  static final Who GOOGLE_STS = new Who("Google STS", Cloud.GOOGLE);
  static final Who SIGNER = new Who("Signed request", Cloud.AWS);
  static final Who SERVICE_ACCOUNT = new Who("Service account", Cloud.GOOGLE);

  /** Whom a leg asked. */
  static Who of(Leg leg) {
    if (leg.request().method().equals("sign")) {
      return SIGNER;
    }
    return switch (leg.service() + ":" + leg.operation()) {
      case "sts:token" -> GOOGLE_STS;
      case "iamcredentials:generateAccessToken" ->
          leg.name().equals("impersonation") ? SERVICE_ACCOUNT : GOOGLE;
      default -> of(leg.service());
    };
  }

  /** Who provides a service; one that is not known goes by its own name. */
  static Who of(String service) {
    return switch (service) {
      case "oauth2", "iamcredentials" -> GOOGLE;
      case "sts" -> AWS_STS;
      case "s3" -> new Who("Amazon S3", Cloud.AWS);
      case "iam" -> new Who("AWS IAM", Cloud.AWS);
      case "sso", "sso-oidc" -> new Who("IAM Identity Center", Cloud.AWS);
      case "signin" -> new Who("AWS sign-in", Cloud.AWS);
      case "gcs" -> new Who("Cloud Storage", Cloud.GOOGLE);
      case "bigquery" -> new Who("BigQuery", Cloud.GOOGLE);
      case "gcloud" -> new Who("gcloud", Cloud.GOOGLE);
      default -> new Who(service, null);
    };
  }
}
