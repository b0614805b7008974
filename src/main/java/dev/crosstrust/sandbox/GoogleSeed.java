package dev.crosstrust.sandbox;

import dev.crosstrust.sandbox.google.GoogleCloud;
import dev.crosstrust.sandbox.google.account.RefreshToken;
import dev.crosstrust.sandbox.google.account.ServiceAccount;
import dev.crosstrust.sandbox.google.account.ServiceAccountKey;
import dev.crosstrust.sandbox.google.container.Cluster;
import dev.crosstrust.sandbox.google.federation.Federation;
import dev.crosstrust.sandbox.google.federation.Pool;
import dev.crosstrust.sandbox.google.federation.Provider;
import dev.crosstrust.sandbox.google.federation.Source;
import dev.crosstrust.sandbox.google.policy.Roles;
import dev.crosstrust.sandbox.google.token.IdTokens;
import dev.crosstrust.sandbox.home.GoogleProfiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills the Google half with the people and accounts of the story. */
final class GoogleSeed {
  /** gcloud's own OAuth client: public, the same in every installation. */
  private static final String GCLOUD_CLIENT = "32555940559.apps.googleusercontent.com";

  private static final List<String> GCLOUD_SCOPES =
      List.of(
          "openid",
          "https://www.googleapis.com/auth/userinfo.email",
          "https://www.googleapis.com/auth/cloud-platform");

  private GoogleSeed() {}

  /** Seeds the cloud, and says what the profiles of the home are to hold. */
  static GoogleProfiles sow(GoogleCloud google, Seed seed) {
    google.idTokenClock().shift(seed.idTokenAge().negated());
    google
        .directory()
        .project(Names.PROJECT, Names.PROJECT_NUMBER)
        .serviceAccount(Names.RUNNER, Names.PROJECT, Names.RUNNER_ID)
        .serviceAccount(Names.WORKLOAD, Names.PROJECT, Names.WORKLOAD_ID)
        .user(Names.USER, Names.USER_ID, "demo-product.example");
    google
        .policies()
        .grant(
            google.serviceAccount(Names.email(Names.WORKLOAD)),
            Roles.TOKEN_CREATOR,
            "serviceAccount:" + Names.email(Names.RUNNER));
    google
        .policies()
        .grant(
            google.serviceAccount(Names.email(Names.WORKLOAD)),
            Roles.WORKLOAD_IDENTITY_USER,
            "serviceAccount:%s[%s]".formatted(Names.WORKLOAD_POOL, Names.KUBERNETES_ACCOUNT));
    google
        .clusters()
        .add(
            new Cluster(
                Names.PROJECT,
                "europe-west1",
                "demo-cluster",
                Names.WORKLOAD_POOL,
                List.of(new Cluster.NodePool("default-pool", "GKE_METADATA"))));
    letIn(google.federation(), seed);
    DataSeed.sow(google, seed);
    return profiles(google, seed.keyOwner());
  }

  /** The pool of the second story, with a provider for each way of presenting oneself. */
  private static void letIn(Federation federation, Seed seed) {
    Pool pool = Pool.of(Names.PROJECT_NUMBER, Names.POOL);
    federation
        .pool(pool)
        .provider(
            Provider.of(
                    pool.provider(Names.PROVIDER),
                    new Source.Oidc(Names.OUTBOUND_ISSUER),
                    Map.of("google.subject", "assertion.sub"),
                    seed.attributeCondition())
                .disabled(seed.providerDisabled()))
        .provider(
            Provider.of(
                pool.provider(Names.AWS_PROVIDER),
                new Source.Aws(Names.AWS_ACCOUNT),
                Map.of(),
                ""));
  }

  private static GoogleProfiles profiles(GoogleCloud google, String keyOwner) {
    ServiceAccountKey key = google.directory().newKey(Names.email(keyOwner));
    RefreshToken signedIn =
        google.directory().newRefreshToken(Names.USER, GCLOUD_CLIENT, GCLOUD_SCOPES);
    return new GoogleProfiles(
        Names.PROJECT,
        new GoogleProfiles.Key(
            key.email(), account(google, keyOwner).uniqueId(), key.id(), key.privateKeyPem()),
        new GoogleProfiles.SignedInUser(
            Names.USER, GCLOUD_CLIENT, "not-a-secret-of-an-installed-app", signedIn.value()));
  }

  /** What a pod that runs as the workload's service account gets from its metadata server. */
  static String tokenOfPod(GoogleCloud google) {
    return google
        .idTokens()
        .forImpersonated(
            account(google, Names.WORKLOAD),
            Names.AUDIENCE,
            new IdTokens.Options(true, false, false));
  }

  private static ServiceAccount account(GoogleCloud google, String name) {
    Optional<ServiceAccount> account = google.directory().findServiceAccount(Names.email(name));
    return account.orElseThrow();
  }
}
