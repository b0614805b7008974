package dev.crosstrust.route.road;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.OriginsFile;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Routes;
import dev.crosstrust.route.Step;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.route.file.RouteWriter;
import dev.crosstrust.route.run.RouteRunner;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second road up to its token on the sandbox's clouds, over real HTTP. */
class AwsToGoogleRoadTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String POOL =
      "iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app";
  private static final String WITHOUT_STEPS = "(?s)steps:.*";

  @TempDir static Path sharedHome;
  private static Sandbox whole;

  @TempDir Path home;

  private final List<String> made = new ArrayList<>();

  /** What each step at Google comes to here: its legs are those of the storage's own tests. */
  private Outcome<String> ofSteps = Outcome.done("made");

  @BeforeAll
  static void start() throws IOException {
    whole = Sandbox.start(options(sharedHome, List.of()), CLOCK);
  }

  @AfterAll
  static void stop() throws IOException {
    whole.close();
  }

  @AfterEach
  void forgetTheInterruption() {
    Thread.interrupted();
  }

  @Test
  void theSeededRouteLeadsToAFederatedToken() {
    Run run = run(yaml -> yaml);

    assertThat(run.findings()).isEmpty();
    assertThat(run.outcome()).isEqualTo(Run.State.DONE);
    assertThat(run.legs()).extracting(Leg::name).containsExactly("token", "exchange");
    assertThat(run.token().claims().path("sub").asString())
        .isEqualTo("arn:aws:iam::111122223333:role/LambdaOutboundSTSRole");
    assertThat(run.legs().getLast().said())
        .isEqualTo(
            "principal://%s/subject/arn:aws:iam::111122223333:role/LambdaOutboundSTSRole"
                    .formatted(POOL)
                + " (52 of 127 bytes) where google.subject=assertion.sub");
    assertThat(run.credentials().kind()).isEqualTo("google-federated");
    assertThat(run.credentials().principal()).isEqualTo("principalSet://" + POOL + "/*");
    assertThat(run.credentials().expiresAt()).isNotNull();
    assertThat(made)
        .hasSize(3)
        .first()
        .asString()
        .matches(
            "gcs.CreateObject gs://my-test-bucket-fc436b0fe1b7c943/hello_\\d{8}T\\d{6}Z\\.txt");
  }

  @Test
  void theOlderWayLeadsThereToo() {
    Run run = run(AwsToGoogleRoadTest::bySignedRequest);

    assertThat(run.findings()).isEmpty();
    assertThat(run.outcome()).isEqualTo(Run.State.DONE);
    assertThat(run.legs()).extracting(Leg::name).containsExactly("token", "exchange");
    assertThat(run.legs().getFirst().request().method()).isEqualTo("sign");
    assertThat(run.token().findings())
        .extracting(Finding::id)
        .containsExactly("aws.outbound-sub-is-role-arn");
    assertThat(run.legs().getLast().said())
        .isEqualTo(
            "principalSet://%s/*, known by the session's ARN (of at most 127 bytes) as AWS tells it"
                .formatted(POOL));
  }

  @Test
  void theExchangeIsAskedWithoutAnAuthorizationAndItsEvidenceHoldsNoToken() {
    Leg exchange = run(yaml -> yaml).legs().getLast();

    assertThat(exchange.request().target()).isEqualTo("https://sts.googleapis.com/v1/token");
    assertThat(exchange.request().headers().keySet())
        .noneMatch(name -> name.equalsIgnoreCase("authorization"));
    assertThat(exchange.request().body())
        .contains(
            "audience=%2F%2Fiam.googleapis.com%2Fprojects%2F123456789012%2F",
            "subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Ajwt",
            "subject_token=‹sha256:");
    assertThat(exchange.response().body()).contains("\"access_token\": \"‹sha256:");
  }

  @ParameterizedTest
  @CsvSource({"false, token", "true, sts.GetCallerIdentity"})
  void anotherAwsAccountThanExpectedStopsTheRunBeforeTheExchange(boolean signed, String last) {
    Run run =
        run(
            yaml ->
                (signed ? bySignedRequest(yaml) : yaml)
                    .replace("expect: {", "expect: {aws-account: \"999900001111\", "));

    assertThat(run.outcome()).isEqualTo(Run.State.REFUSED);
    assertThat(run.findings()).extracting(Finding::id).containsExactly("account.unexpected");
    assertThat(run.legs()).extracting(Leg::name).endsWith(last).doesNotContain("exchange");
    assertThat(made).isEmpty();
  }

  @Test
  void theExpectedAwsAccountLetsTheRunGoOn() {
    Run run =
        run(
            yaml ->
                bySignedRequest(yaml)
                    .replace("expect: {", "expect: {aws-account: \"111122223333\", "));
    assertThat(run.outcome()).isEqualTo(Run.State.DONE);
  }

  @ParameterizedTest
  @CsvSource({
    "project: demo-product-sbx, project: another-project",
    "google-project: demo-product-sbx, google-project: another-project",
    "target: my_dataset.my_table, target: another-project.my_dataset.my_table",
    "project: demo-product-sbx, 'project: demo-product-sbx\n"
        + "  impersonate: a@another-project.iam.gserviceaccount.com'",
  })
  void anotherProjectThanExpectedStopsTheRunBeforeTheExchange(String is, String becomes) {
    Run run = run(yaml -> yaml.replaceFirst("(?<![-])" + is, becomes));

    assertThat(run.outcome()).isEqualTo(Run.State.REFUSED);
    assertThat(run.findings()).extracting(Finding::id).containsExactly("account.unexpected");
    assertThat(run.legs()).extracting(Leg::name).containsExactly("token");
  }

  @Test
  void impersonationIsALegOfItsOwnAndItsRefusalIsSaid() {
    Run run =
        run(
            yaml ->
                yaml.replace(
                    "  project:",
                    "  impersonate: poc-runner@demo-product-sbx.iam.gserviceaccount.com\n"
                        + "  project:"));

    assertThat(run.legs())
        .extracting(Leg::name)
        .containsExactly("token", "exchange", "impersonation");
    assertThat(run.outcome()).isEqualTo(Run.State.REFUSED);
    assertThat(run.findings())
        .extracting(Finding::id)
        .containsExactly("google.impersonation-denied");
    assertThat(run.findings().getFirst().fix().getFirst().gcloud())
        .contains(
            "/poc-runner@demo-product-sbx.iam.gserviceaccount.com --member=principal",
            "LambdaOutboundSTSRole --role=roles/iam.workloadIdentityUser");
    assertThat(made).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "OUTBOUND_DISABLED, aws.outbound-disabled",
    "PROVIDER_DISABLED, google.target-invalid",
    "ISSUER_UNREACHABLE, google.issuer-unreachable",
    "SUBJECT_TOO_LONG, google.subject-too-long",
    "CONDITION_REFUSES, google.condition-refused",
  })
  void theCauseOfAFaultIsFound(Fault fault, String id) throws IOException {
    try (Sandbox broken = Sandbox.start(options(home, List.of(fault)), CLOCK)) {
      Run run = run(broken, yaml -> yaml);
      assertThat(run.findings().getFirst().id()).isEqualTo(id);
      assertThat(run.outcome()).isEqualTo(Run.State.REFUSED);
      assertThat(made).isEmpty();
    }
  }

  @Test
  void anAudienceThatTheRoleMayNotAskForIsFound() {
    Run run = run(yaml -> yaml.replace("token:", "audience: another.example\ntoken:"));
    assertThat(run.findings()).extracting(Finding::id).containsExactly("aws.outbound-denied");
  }

  @Test
  void aProviderThatIsNotThereIsFound() {
    Run run =
        run(
            yaml ->
                yaml.replace("providers/my-aws-app", "providers/not-there")
                    .replace("token:", "audience: //" + POOL + "/providers/my-aws-app\ntoken:"));
    assertThat(run.findings()).extracting(Finding::id).containsExactly("google.target-invalid");
    assertThat(run.findings().getFirst().fix().getFirst().gcloud())
        .endsWith("/providers/not-there");
  }

  @Test
  void aUserHasAUsersArnForItsSubject() {
    Run run = run(yaml -> yaml.replace("lambda-outbound", "sandbox-admin"));
    assertThat(run.legs().getLast().said())
        .contains("/subject/arn:aws:iam::111122223333:user/sandbox-admin ");
  }

  @Test
  void aWantedRefusalOfAStepIsAsExpected() {
    ofSteps =
        new Refused<>(
            new Refusal(
                "gcs",
                "CreateObject",
                403,
                "forbidden",
                "Caller does not have storage.objects.create access to the Google Cloud Storage"
                    + " object.",
                null));
    Run run =
        run(
            yaml ->
                yaml.replaceFirst(WITHOUT_STEPS, "")
                    + "steps:\n  - {do: gcs.CreateObject, target: gs://b-b-b/o, expect: denied}\n");
    assertThat(run.outcome()).isEqualTo(Run.State.DONE);
  }

  @Test
  void theStorysStepsAreMadeAndTheSecondBucketRefuses() {
    Run run = onTheWire(yaml -> yaml);

    assertThat(run.findings()).isEmpty();
    assertThat(run.outcome()).isEqualTo(Run.State.DONE);
    assertThat(run.asExpected()).isTrue();
    assertThat(run.legs())
        .extracting(Leg::name)
        .containsExactly(
            "token",
            "exchange",
            "gcs.CreateObject",
            "bigquery.GetTable",
            "bigquery.InsertRow",
            "bigquery.ListRows",
            "gcs.CreateObject");
    assertThat(run.legs().get(4).said()).startsWith("1 row inserted; read back: ");
    assertThat(run.legs().get(2).said()).isEqualTo("53 bytes were written");
    assertThat(run.legs().get(2).response().body()).doesNotContain("Written by");
    assertThat(run.legs().getLast().status()).isEqualTo(403);
    assertThat(run.legs().getLast().said()).contains("'storage.objects.create' denied");
  }

  @Test
  void anObjectIsReadAndAConditionOnObjectsRefusesTheListing() {
    String steps =
        """
        steps:
          - {do: gcs.GetObject, target: "gs://my-test-bucket-fc436b0fe1b7c943/README.md", expect: allowed}
          - {do: gcs.ListObjects, target: "gs://my-test-bucket-fc436b0fe1b7c943", expect: denied}
        """;
    Run run = onTheWire(yaml -> yaml.replaceFirst(WITHOUT_STEPS, "") + steps);

    assertThat(run.outcome()).isEqualTo(Run.State.DONE);
    assertThat(run.legs().get(2).said()).isEqualTo("the first byte was given");
    assertThat(run.legs().getLast().said()).contains("'storage.objects.list' denied");
  }

  @Test
  void anInterruptionEndsTheRunBeforeItsNextCall() {
    Thread.currentThread().interrupt();
    Run run = run(yaml -> yaml);

    assertThat(run.outcome()).isEqualTo(Run.State.CANCELLED);
    assertThat(run.findings()).isEmpty();
    assertThat(made).isEmpty();
  }

  @Test
  void anIdentityThatIsNotThereIsSaid() {
    Run run = run(yaml -> yaml.replace("aws:lambda-outbound", "aws:nobody"));
    assertThat(run.outcome()).isEqualTo(Run.State.BROKEN);
    assertThat(run.findings().getFirst().because())
        .containsExactly("identity: there is no AWS identity aws:nobody on this machine");
  }

  private static String bySignedRequest(String yaml) {
    return yaml.replaceFirst("token: .*", "token: {kind: signed-request}")
        .replace("providers/my-aws-app", "providers/my-aws-account");
  }

  /** With the steps as they are. */
  private static Run onTheWire(UnaryOperator<String> change) {
    Machine machine = machine(whole);
    RouteRunner runner = new Roads(machine, origins(machine), CLOCK).runner();
    return runner.run(saved(machine, change), _ -> {});
  }

  private Run run(UnaryOperator<String> change) {
    return run(whole, change);
  }

  private Run run(Sandbox sandbox, UnaryOperator<String> change) {
    Machine machine = machine(sandbox);
    Origins origins = origins(machine);
    RouteRunner runner =
        new RouteRunner(
            _ -> {
              throw new AssertionError("the route leads to Google");
            },
            recorder -> new AwsToGoogleRoad(machine, origins, recorder, CLOCK, _ -> this::step),
            CLOCK);
    return runner.run(saved(machine, change), _ -> {});
  }

  private Outcome<String> step(AwsToGoogle route, Step step, GoogleAccessToken token) {
    made.add(step.operation().text() + " " + step.target());
    return ofSteps;
  }

  private static Route saved(Machine machine, UnaryOperator<String> change) {
    RouteStore store = new RouteStore(machine.configurationFolder().resolve("crosstrust/routes"));
    Route saved = ((Loaded.Good) store.load("lambda-to-gcs")).route();
    return Routes.route(change.apply(RouteWriter.write(saved)));
  }

  private static Machine machine(Sandbox sandbox) {
    return new Machine(sandbox.environment(), sandbox.home());
  }

  private static Origins origins(Machine machine) {
    try {
      return OriginsFile.read(machine.pathVariable("CROSSTRUST_ORIGINS").orElseThrow());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Sandbox.Options options(Path home, List<Fault> faults) {
    return new Sandbox.Options(home, 0, faults, 0, UnaryOperator.identity());
  }
}
