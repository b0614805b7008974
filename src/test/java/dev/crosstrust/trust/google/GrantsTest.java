package dev.crosstrust.trust.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantsTest {
  private static final String POOL = "//iam.googleapis.com/" + Asked.POOL;

  private static final String COMMAND =
      "gcloud iam service-accounts %s-iam-policy-binding projects/-/serviceAccounts/SERVICE_ACCOUNT"
          + " --member=principal:%s --role=roles/iam.workloadIdentityUser --condition=None";

  private final Asked asked = new Asked();

  private void granted(String... members) {
    asked.bindings =
        new IamPolicy(
            List.of(
                new IamPolicy.Binding("roles/iam.workloadIdentityUser", List.of(members), null)));
  }

  @Test
  void aGrantToTheSubjectToAnAttributeOrToThePoolHits() {
    asked.map("attribute.role", "assertion.sub.extract('role/{role}')");
    granted(
        "principal:" + POOL + "/subject/" + Asked.ROLE,
        "principalSet:" + POOL + "/attribute.role/LambdaOutboundSTSRole",
        "principalSet:" + POOL + "/*",
        "allUsers",
        "allAuthenticatedUsers",
        "user:somebody@example.com");

    List<PoolReport.BindingCheck> checks = asked.report().bindings();

    assertThat(checks)
        .extracting(PoolReport.BindingCheck::matches)
        .containsExactly(true, true, true, true, false, false);
    assertThat(checks.getLast().because()).isNull();
    assertThat(asked.ids()).isEmpty();
  }

  private PoolReport.BindingCheck under(String condition, PolicyResource resource) {
    asked.bindings =
        new IamPolicy(
            List.of(
                new IamPolicy.Binding(
                    "roles/storage.objectViewer",
                    List.of("principalSet:" + POOL + "/*"),
                    IamPolicy.Condition.of(condition),
                    resource)));
    return asked.report().bindings().getFirst();
  }

  @Test
  void aHitUnderAConditionThatIsNotDecidedSaysSo() {
    PoolReport.BindingCheck check = under("resource.name == 'x'", null);

    assertThat(check.matches()).isTrue();
    assertThat(check.condition().result()).isNull();
    assertThat(check.because()).contains("resource.name == 'x'");
    assertThat(asked.ids()).isEmpty();
  }

  @Test
  void aGrantThatIsOverGrantsNothing() {
    PoolReport.BindingCheck check =
        under(
            "request.time < timestamp('2026-11-21T12:00:00Z')",
            new PolicyResource.Bucket("my-bucket"));

    assertThat(check.matches()).isFalse();
    assertThat(check.condition().result()).isFalse();
    Finding finding = asked.report().findings().getFirst();
    assertThat(finding.id()).isEqualTo("google.binding-condition-refused");
    assertThat(finding.fix()).hasSize(1);
    assertThat(finding.because())
        .containsExactly(
            "roles/storage.objectViewer on bucket gs://my-bucket is granted to principalSet:"
                + POOL
                + "/*, where request.time < timestamp('2026-11-21T12:00:00Z').",
            "This is judged at 2026-11-21T12:00:00Z.",
            "request.time < timestamp(\"2026-11-21T12:00:00Z\") is false: request.time is"
                + " timestamp(\"2026-11-21T12:00:00Z\").");

    assertThat(under("request.time < timestamp('2026-11-21T12:00:01Z')", null).matches()).isTrue();
    assertThat(asked.ids()).isEmpty();
  }

  /** Columns: what the policy stands on, the condition, what it is; nothing where it is open. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          bucket  | resource.service == 'storage.googleapis.com' | true
          bucket  | resource.type == 'bigquery.googleapis.com/Table' |
          bucket  | resource.service == 'bigquery.googleapis.com' && resource.type == 'x' | false
          bucket  | resource.name.startsWith('projects/_/buckets/b/objects/in/') |
          dataset | resource.service == 'bigquery.googleapis.com' | true
          dataset | resource.name == 'projects/p/datasets/d' |
          table   | resource.name == 'projects/p/datasets/d/tables/t' | true
          table   | resource.type == 'bigquery.googleapis.com/Table' | true
          table   | resource.name.startsWith('projects/p/datasets/other/') | false
          account | resource.name.endsWith('devResource') |
          account | resource.type != 'x' |
          account | resource.type != 'x' && request.time < date('2020-01-01') | false
          account | request.time > date('2020-01-01') | true
          account | resource.matchTag('1/env', 'prod') |
          project | resource.type == 'x' |
          project | request.time.between('08:00', '18:00') |
          project | request.time < timestamp('tomorrow') | false
          """)
  void whatIsAskedForIsKnownByThePlaceOfThePolicy(String on, String condition, Boolean result) {
    PolicyResource resource =
        switch (on) {
          case "bucket" -> new PolicyResource.Bucket("b");
          case "dataset" -> new PolicyResource.Dataset("p", "d");
          case "table" -> new PolicyResource.Table("p", "d", "t");
          case "account" -> new PolicyResource.ServiceAccount("a@p.iam.gserviceaccount.com");
          default -> new PolicyResource.Project("p");
        };

    assertThat(under(condition, resource).condition().result()).isEqualTo(result);
  }

  /** Columns: the only member, after the pool's host; the finding. */
  @ParameterizedTest
  @CsvSource({
    "principal,"
        + " projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-app/subject/arn:aws:iam::111122223333:role/LambdaOutboundSTSRole,"
        + " google.binding-on-provider",
    "principal,"
        + " projects/demo-product-sbx/locations/global/workloadIdentityPools/my-aws-app/subject/arn:aws:iam::111122223333:role/LambdaOutboundSTSRole,"
        + " google.binding-project-id",
    "principal,"
        + " projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/subject/arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole/s,"
        + " google.binding-session-arn",
    "principal,"
        + " projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/subject/arn:aws:iam::111122223333:role/lambdaoutboundstsrole,"
        + " google.binding-case-differs",
    "principal,"
        + " projects/123456789012/locations/global/workloadIdentityPools/My-aws-app/subject/arn:aws:iam::111122223333:role/LambdaOutboundSTSRole,"
        + " google.binding-case-differs",
    "principalSet,"
        + " projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/attribute.team/a,"
        + " google.attribute-not-mapped",
    "principalSet,"
        + " projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/subject/arn:aws:iam::111122223333:role/LambdaOutboundSTSRole,"
        + " google.principal-not-bound",
    "principal,"
        + " projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/subject/LambdaOutboundSTSRole,"
        + " google.principal-not-bound",
    "principal, projects/123456789012/locations/global/workloadIdentityPools/another/subject/x,"
        + " google.principal-not-bound",
  })
  void theNearestWrongGrantIsExplained(String scheme, String rest, String finding) {
    granted(scheme + "://iam.googleapis.com/" + rest, "user:somebody@example.com");

    assertThat(asked.ids()).containsExactly(finding);
    assertThat(asked.report().bindings()).noneMatch(PoolReport.BindingCheck::matches);
  }

  /** Columns: the kind and value of the only member, what is said of it. */
  @ParameterizedTest
  @CsvSource({
    "subject/arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2FLambdaOutboundSTSRole, not percent-encoded",
    "attribute.team/a/attribute.env/prod, a member names one attribute",
    "attribute.team/*, stands for nothing here",
    "group/other, google.groups is",
    "attribute.team/A, attribute.team is a.",
    "subject/*, stands for nothing here",
  })
  void valuesStandAsTheyAreMapped(String value, String said) {
    asked.map("attribute.team", "'a'");
    asked.map("google.groups", "['admins']");
    granted((value.startsWith("subject") ? "principal:" : "principalSet:") + POOL + "/" + value);

    assertThat(String.join(" ", asked.report().findings().getFirst().because())).contains(said);
  }

  @Test
  void theFixGrantsToThePrincipalAsItIs() {
    granted("principal:" + POOL + "/providers/my-aws-app/subject/" + Asked.ROLE);

    Finding finding = asked.report().findings().getFirst();

    assertThat(finding.fix().getFirst().gcloud())
        .isEqualTo(
            COMMAND.formatted("add", POOL + "/subject/" + Asked.ROLE)
                + "\n"
                + COMMAND.formatted(
                    "remove", POOL + "/providers/my-aws-app/subject/" + Asked.ROLE));
  }

  @Test
  void everyGrantOfTheKindIsToldWithWhereItStandsAndMendedThere() {
    String wrong = "principal:" + POOL + "/providers/my-aws-app/subject/" + Asked.ROLE;
    PolicyResource project = new PolicyResource.Project("demo-product-sbx");
    asked.bindings =
        new IamPolicy(
            List.of(
                new IamPolicy.Binding(
                    "roles/storage.objectAdmin",
                    List.of(wrong),
                    new IamPolicy.Condition("resource.name != \"\"", "Named", null),
                    project),
                new IamPolicy.Binding("roles/bigquery.dataEditor", List.of(wrong), null, project)));

    PoolReport report = asked.report();

    assertThat(report.bindings())
        .extracting(PoolReport.BindingCheck::resource)
        .containsOnly("project demo-product-sbx");
    Finding finding = report.findings().getFirst();
    assertThat(finding.because())
        .containsExactly(
            "roles/storage.objectAdmin on project demo-product-sbx is granted to "
                + wrong
                + ", where resource.name != \"\".",
            "A principal has no /providers/ in it.",
            "roles/bigquery.dataEditor on project demo-product-sbx is granted to " + wrong + ".",
            "The principal is principal:" + POOL + "/subject/" + Asked.ROLE + ".");
    String command =
        "gcloud projects add-iam-policy-binding demo-product-sbx --member=principal:%s/subject/%s"
            .formatted(POOL, Asked.ROLE);
    assertThat(finding.fix())
        .extracting(fix -> fix.gcloud().lines().findFirst().orElseThrow())
        .containsExactly(
            command
                + " --role=roles/storage.objectAdmin"
                + " '--condition=expression=resource.name != \"\",title=Named'",
            command + " --role=roles/bigquery.dataEditor --condition=None");
  }

  @Test
  void aGrantThatMayBeMeantForAnotherIsLeftToIt() {
    granted("principal:" + POOL + "/subject/somebody-else");

    assertThat(asked.report().findings().getFirst().fix())
        .extracting(Fix::gcloud)
        .containsExactly(COMMAND.formatted("add", POOL + "/subject/" + Asked.ROLE));
  }

  /** Google's own pages map the bare name; the usual mapping of AWS keeps the ARN. */
  @Test
  void theNameOfARoleIsNotItsArn() {
    Asked request = Asked.ofRequest();
    request.bindings =
        new IamPolicy(
            List.of(
                new IamPolicy.Binding(
                    "roles/storage.objectViewer",
                    List.of(
                        "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/attribute.aws_role/LambdaOutboundSTSRole"),
                    null)));

    Finding finding = request.report().findings().getFirst();

    assertThat(finding.id()).isEqualTo("google.principal-not-bound");
    assertThat(finding.because().get(1)).contains("the name alone is not the ARN");
    assertThat(finding.because().getLast())
        .endsWith(
            "/attribute.aws_role/arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole.");
  }

  @Test
  void inAnotherUniversePrincipalsBeginWithItsHost() {
    asked.universe = "apis.example";
    asked.claim("aud", "//iam.apis.example/" + Asked.PROVIDER);
    granted("principal://iam.apis.example/" + Asked.POOL + "/subject/" + Asked.ROLE);

    assertThat(asked.ids()).isEmpty();

    granted("principal:" + POOL + "/subject/" + Asked.ROLE);

    assertThat(asked.report().findings().getFirst().because())
        .contains("It is of iam.googleapis.com; the pool is of iam.apis.example.");
  }

  @Test
  void whereTheSubjectIsNotKnownNothingIsGrantedToThePool() {
    Asked request = Asked.ofRequest();
    request.caller = null;
    request.bindings = new IamPolicy(List.of());

    Finding finding =
        request.report().findings().stream()
            .filter(it -> it.id().equals("google.principal-not-bound"))
            .findFirst()
            .orElseThrow();

    assertThat(finding.because()).containsExactly("Its google.subject is not known here.");
    assertThat(finding.fix()).singleElement().extracting("gcloud", "terraform").containsOnlyNulls();
  }
}
