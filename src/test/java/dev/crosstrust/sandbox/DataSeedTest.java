package dev.crosstrust.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.google.GoogleCloud;
import dev.crosstrust.sandbox.google.account.FederatedPrincipal;
import dev.crosstrust.sandbox.google.account.User;
import dev.crosstrust.sandbox.google.policy.Policies;
import dev.crosstrust.sandbox.google.policy.Resource;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what in the second story, and what its faults change. */
class DataSeedTest {
  private static final Resource BUCKET =
      Resource.bucket(Names.PROJECT, "my-test-bucket-fc436b0fe1b7c943");
  private static final Resource SECOND =
      Resource.bucket(Names.PROJECT, "my-second-bucket-fc436b0fe1b7c943");
  private static final Resource TABLE =
      Resource.dataset(Names.PROJECT, "my_dataset").table("my_table");

  /** Whom the exchange makes of a token of the role. */
  private static final FederatedPrincipal LAMBDA =
      new FederatedPrincipal(
          "projects/123456789012/locations/global/workloadIdentityPools/my-aws-app",
          "arn:aws:iam::111122223333:role/LambdaOutboundSTSRole",
          List.of(),
          Map.of());

  private static Policies sown(Fault... faults) {
    Seed seed = new Seed();
    for (Fault fault : faults) {
      fault.breakIt(seed);
    }
    GoogleCloud google =
        new GoogleCloud(InstantSource.system(), new SecureRandom(), SharedKeys.ofOneCloud());
    google.directory().project(Names.PROJECT, Names.PROJECT_NUMBER);
    DataSeed.sow(google, seed);
    return google.policies();
  }

  @Test
  void theRoleReadsAndWritesObjectsAndRowsAndNothingElse() {
    Policies policies = sown();

    assertThat(policies.allow(LAMBDA, "storage.objects.create", BUCKET.object("x"))).isTrue();
    assertThat(policies.allow(LAMBDA, "storage.objects.get", BUCKET.object("x"))).isTrue();
    assertThat(policies.allow(LAMBDA, "bigquery.tables.updateData", TABLE)).isTrue();
    assertThat(policies.allow(LAMBDA, "bigquery.tables.getData", TABLE)).isTrue();

    assertThat(policies.allow(LAMBDA, "storage.objects.list", BUCKET)).isFalse();
    assertThat(policies.allow(LAMBDA, "storage.objects.create", SECOND.object("x"))).isFalse();
    Resource project = Resource.project(Names.PROJECT);
    assertThat(policies.allow(LAMBDA, "bigquery.jobs.create", project)).isFalse();
  }

  @Test
  void theUserOwnsItAll() {
    Policies policies = sown();
    User owner = new User(Names.USER, Names.USER_ID, null);

    assertThat(policies.allow(owner, "storage.objects.create", SECOND.object("x"))).isTrue();
    assertThat(policies.allow(owner, "storage.buckets.getIamPolicy", SECOND)).isTrue();
    Resource project = Resource.project(Names.PROJECT);
    assertThat(policies.allow(owner, "bigquery.jobs.create", project)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"BINDING_ON_PROVIDER", "BINDING_SESSION_ARN"})
  void aGrantToSomebodyElseGivesTheRoleNothing(Fault fault) {
    Policies policies = sown(fault);

    assertThat(policies.allow(LAMBDA, "storage.objects.get", BUCKET.object("x"))).isFalse();
    assertThat(policies.allow(LAMBDA, "bigquery.tables.updateData", TABLE)).isFalse();
  }
}
