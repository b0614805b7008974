package dev.crosstrust.sandbox.google.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.google.account.FederatedPrincipal;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.account.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {
  private static final String PROJECT = "demo-product-sbx";
  private static final Resource BUCKET = Resource.bucket(PROJECT, "b");
  private static final Resource OBJECT = BUCKET.object("a/hello.txt");
  private static final User ADA = new User("ada@example.com", "1", null);
  private static final String SUBJECT = "arn:aws:iam::111122223333:role/LambdaOutboundSTSRole";
  private static final FederatedPrincipal LAMBDA =
      new FederatedPrincipal(
          "projects/123456789012/locations/global/workloadIdentityPools/my-aws-app",
          SUBJECT,
          List.of(),
          Map.of());

  private final Policies policies =
      new Policies(InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));

  private boolean given(Principal who, String permission, Resource on) {
    return policies.allow(who, permission, on);
  }

  @Test
  void nothingIsGivenByNobody() {
    assertThat(given(ADA, "storage.objects.get", OBJECT)).isFalse();
  }

  @Test
  void whatIsGrantedAboveHoldsBelowAndNotTheOtherWayRound() {
    policies.grant(BUCKET, "roles/storage.objectViewer", "user:ada@example.com");

    assertThat(given(ADA, "storage.objects.get", OBJECT)).isTrue();
    assertThat(given(ADA, "storage.objects.list", BUCKET)).isTrue();
    assertThat(given(ADA, "storage.objects.list", Resource.project(PROJECT))).isFalse();
    assertThat(given(ADA, "storage.objects.get", Resource.bucket(PROJECT, "c"))).isFalse();
    assertThat(given(ADA, "storage.objects.create", OBJECT)).isFalse();
  }

  @Test
  void aConditionOnObjectsLetsReadsThroughAndNotTheListing() {
    policies.grant(
        Resource.project(PROJECT),
        Binding.of(
            "roles/storage.objectAdmin",
            LAMBDA.member(),
            new Condition("t", "resource.name.startsWith(\"projects/_/buckets/b/objects/\")")));

    assertThat(given(LAMBDA, "storage.objects.get", OBJECT)).isTrue();
    assertThat(given(LAMBDA, "storage.objects.create", OBJECT)).isTrue();
    assertThat(given(LAMBDA, "storage.objects.list", BUCKET)).isFalse();
    assertThat(given(LAMBDA, "storage.objects.get", Resource.bucket(PROJECT, "c").object("x")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resource.type == 'storage.googleapis.com/Object' | true",
        "resource.service == 'bigquery.googleapis.com' | false",
        "resource.name.extract('/objects/{name}') == 'a/hello.txt' | true",
        "resource.name.extract('/buckets/{b}/') == 'b' | true",
        "request.time < timestamp('2026-12-01T00:00:00Z') | true",
        "request.time > timestamp('2026-12-01T00:00:00Z') | false",
        "request.time.getHours('Europe/Berlin') == 13 | true",
        "api.getAttribute('storage.googleapis.com/objectListPrefix', 'none') == 'none' | true",
        "resource.nothing == 'x' | false",
        "resource.name = 'x' | false",
        "resource.name | false",
      })
  void aConditionIsEvaluated(String expression, boolean holds) {
    Condition condition = new Condition("t", expression);
    policies.grant(
        BUCKET, Binding.of("roles/storage.objectViewer", "user:ada@example.com", condition));

    assertThat(given(ADA, "storage.objects.get", OBJECT)).isEqualTo(holds);
  }

  @Test
  void attributesOfTheCallReachTheCondition() {
    String attribute = "storage.googleapis.com/objectListPrefix";
    Condition condition =
        new Condition("t", "api.getAttribute('" + attribute + "', '').startsWith('a/')");
    policies.grant(
        BUCKET, Binding.of("roles/storage.objectViewer", "user:ada@example.com", condition));

    assertThat(policies.allow(ADA, "storage.objects.list", BUCKET, Map.of(attribute, "a/x")))
        .isTrue();
    assertThat(policies.allow(ADA, "storage.objects.list", BUCKET, Map.of(attribute, "b")))
        .isFalse();
  }

  @Test
  void theOwnersOfAProjectAreMeantByProjectOwner() {
    policies.grant(BUCKET, "roles/storage.legacyBucketOwner", "projectOwner:" + PROJECT);
    assertThat(given(ADA, "storage.objects.list", BUCKET)).isFalse();

    policies.grant(Resource.project(PROJECT), Roles.OWNER, "user:Ada@example.com");

    assertThat(given(ADA, "storage.objects.list", BUCKET)).isTrue();
    assertThat(given(LAMBDA, "storage.objects.list", BUCKET)).isFalse();
  }

  @Test
  void everybodyIncludesTheAnonymousAndSignedInPeopleDoNotIncludeTheFederated() {
    policies.grant(BUCKET, "roles/storage.objectViewer", "allAuthenticatedUsers");
    assertThat(given(ADA, "storage.objects.get", OBJECT)).isTrue();
    assertThat(given(LAMBDA, "storage.objects.get", OBJECT)).isFalse();

    policies.grant(BUCKET, "roles/storage.objectViewer", "allUsers");
    assertThat(given(LAMBDA, "storage.objects.get", OBJECT)).isTrue();
    assertThat(policies.allowAnybody("storage.objects.get", OBJECT, Map.of())).isTrue();
    assertThat(policies.allowAnybody("storage.objects.delete", OBJECT, Map.of())).isFalse();
  }

  @Test
  void aBindingOnTheProviderOrOnTheSessionNamesNobody() {
    String provider = LAMBDA.member().replace("/subject/", "/providers/my-aws-app/subject/");
    String session =
        LAMBDA.member().replace(SUBJECT, "arn:aws:sts::111122223333:assumed-role/L/session");
    policies
        .grant(BUCKET, "roles/storage.objectAdmin", provider)
        .grant(BUCKET, "roles/storage.objectAdmin", session)
        .grant(BUCKET, "roles/storage.objectAdmin", LAMBDA.member().toUpperCase(Locale.ROOT));

    assertThat(given(LAMBDA, "storage.objects.get", OBJECT)).isFalse();
  }

  @Test
  void aWriterWhoHasNotSeenTheLatestPolicyIsTooLate() {
    String seen = policies.of(BUCKET).etag();
    policies.grant(BUCKET, "roles/storage.objectViewer", "user:ada@example.com");

    assertThat(policies.replace(BUCKET, List.of(), seen)).isEmpty();
    assertThat(given(ADA, "storage.objects.get", OBJECT)).isTrue();
    assertThat(policies.replace(BUCKET, List.of(), policies.of(BUCKET).etag())).isPresent();
    assertThat(given(ADA, "storage.objects.get", OBJECT)).isFalse();
  }

  @Test
  void onlyWithAConditionIsThePolicyOfVersionThree() {
    policies.grant(BUCKET, "roles/storage.objectViewer", "user:ada@example.com");
    assertThat(policies.of(BUCKET).version()).isEqualTo(1);

    policies.grant(
        BUCKET, Binding.of("roles/storage.admin", "allUsers", new Condition("t", "true")));
    assertThat(policies.of(BUCKET).version()).isEqualTo(3);
  }
}
