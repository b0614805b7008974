package dev.crosstrust.sandbox.google;

import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.sandbox.google.account.Directory;
import dev.crosstrust.sandbox.google.account.RefreshToken;
import dev.crosstrust.sandbox.google.account.ServiceAccountKey;
import dev.crosstrust.sandbox.google.policy.Resource;
import dev.crosstrust.sandbox.google.policy.Roles;
import dev.crosstrust.sandbox.google.token.AccessToken;
import dev.crosstrust.sandbox.google.token.Scopes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A Google Cloud with the project, the accounts and the grant of the first story. */
record Seed(GoogleCloud cloud, RefreshToken refreshToken, Call call) {
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final String PROJECT = "demo-product-sbx";
  static final String RUNNER = "poc-runner@demo-product-sbx.iam.gserviceaccount.com";
  static final String TARGET = "poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com";
  static final String TARGET_ID = "114809731204417780391";
  static final String USER = "dev-user@demo-product.example";
  static final String USER_ID = "107260924183355701264";
  static final String GCLOUD = "32555940559.apps.googleusercontent.com";

  static Seed at(InstantSource clock) {
    GoogleCloud cloud = new GoogleCloud(clock, new SecureRandom(), SharedKeys.ofOneCloud());
    Directory directory =
        cloud
            .directory()
            .project(PROJECT, "123456789012")
            .serviceAccount("poc-runner", PROJECT, "103118450298316275840")
            .serviceAccount("poc-gcp-to-aws-sa", PROJECT, TARGET_ID)
            .user(USER, USER_ID, "demo-product.example");
    cloud
        .policies()
        .grant(cloud.serviceAccount(TARGET), Roles.TOKEN_CREATOR, "serviceAccount:" + RUNNER)
        .grant(
            Resource.project(PROJECT),
            "roles/iam.workloadIdentityPoolViewer",
            "serviceAccount:" + RUNNER);
    List<String> consent = List.of(Scopes.OPENID, Scopes.EMAIL, Scopes.CLOUD_PLATFORM);
    return new Seed(cloud, directory.newRefreshToken(USER, GCLOUD, consent), new Call(cloud));
  }

  static Seed atNoon() {
    return at(InstantSource.fixed(NOON));
  }

  /** A new key of the account that may impersonate. */
  ServiceAccountKey newKey() {
    return cloud.directory().newKey(RUNNER);
  }

  /** An access token of a service account for all of the cloud, as its own key would give. */
  AccessToken tokenOf(String serviceAccount) {
    var account = cloud.directory().findServiceAccount(serviceAccount).orElseThrow();
    return cloud
        .accessTokens()
        .issue(account, account.uniqueId(), List.of(Scopes.CLOUD_PLATFORM), Duration.ofHours(1));
  }
}
