package dev.crosstrust.route.road;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.check.Readers;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.OriginsFile;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Routes;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.route.file.RouteWriter;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.trust.aws.OidcProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the other side is configured to take is read, on the sandbox's clouds, and nothing else. */
class PredictionTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir static Path home;
  private static Sandbox sandbox;
  private static Machine machine;
  private static Roads roads;

  private final Recorder recorder = new Recorder();

  @BeforeAll
  static void start() throws IOException {
    sandbox =
        Sandbox.start(
            new Sandbox.Options(home, 0, List.of(), 0, UnaryOperator.identity()),
            CLOCK,
            SharedKeys.ofOneCloud());
    machine = new Machine(sandbox.environment(), sandbox.home());
    Origins origins = OriginsFile.read(machine.pathVariable("CROSSTRUST_ORIGINS").orElseThrow());
    roads = new Roads(machine, origins, CLOCK);
  }

  @AfterAll
  static void stop() throws IOException {
    sandbox.close();
  }

  @AfterEach
  void forgetTheInterruption() {
    Thread.interrupted();
  }

  @Test
  void theTrustPolicyAndTheProvidersAreReadByWhoeverMayReadThem() {
    LocalCheck.OfTrust check = (LocalCheck.OfTrust) predict("gke-to-s3", it -> it);

    assertThat(check.sources())
        .containsExactly(
            "Trust policy read with aws:sandbox-admin (iam:GetRole)",
            "IAM OIDC providers read with aws:sandbox-admin (iam:ListOpenIDConnectProviders)",
            "Signature valid, by the keys that the issuer publishes",
            "Policy of poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com read with"
                + " gcloud:demo-user (iam.serviceAccounts.getIamPolicy)");
    assertThat(check.question().policy()).contains("accounts.google.com:oaud");
    assertThat(check.question().providers()).isEqualTo(List.<OidcProvider>of());
    assertThat(check.question().context())
        .containsEntry("sts:RoleSessionName", List.of("gcp-session"));
  }

  @Test
  void theProviderAndTheGrantsOfTheStepsAreReadByWhoeverMayReadThem() {
    LocalCheck.OfPool check = (LocalCheck.OfPool) predict("lambda-to-gcs", it -> it);

    assertThat(check.sources())
        .anyMatch(it -> it.startsWith("Provider read with gcloud:demo-"))
        .anyMatch(it -> it.startsWith("Policy of bucket my-test-bucket-fc436b0fe1b7c943 read"))
        .anyMatch(it -> it.startsWith("Access of dataset my_dataset read"))
        .anyMatch(it -> it.startsWith("Policy of project demo-product-sbx read"))
        .noneMatch(it -> it.contains("my-second-bucket"));
    assertThat(check.question().bindings().bindings())
        .anyMatch(it -> it.role().equals("roles/bigquery.dataEditor"));
  }

  @Test
  void ofASignedRequestTheSignerIsAskedWhoHeIs() {
    LocalCheck.OfPool check =
        (LocalCheck.OfPool)
            predict(
                "lambda-to-gcs",
                yaml ->
                    yaml.replaceFirst("token: .*", "token: {kind: signed-request}")
                        .replace("providers/my-aws-app", "providers/my-aws-account"));

    assertThat(check.question().caller())
        .isEqualTo("arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole/lambda-outbound");
    assertThat(check.question().provider().awsAccount()).isEqualTo("111122223333");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gke-to-s3", "lambda-to-gcs"})
  void nothingIsExchangedAndNothingIsWritten(String name) {
    predict(name, it -> it);

    assertThat(recorder.legs())
        .extracting(Leg::operation)
        .doesNotContain("AssumeRoleWithWebIdentity")
        .allMatch(
            it -> it.matches("(?i)(.*\\.)?(get|list|token$|generateIdToken|Discovery|Keys).*"));
    assertThat(recorder.legs()).extracting(Leg::name).doesNotContain("exchange");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gke-to-s3", "lambda-to-gcs"})
  void whatIsReadIsNoPartOfTheRun(String name) {
    Run plain = roads.runner().run(saved(name, it -> it), _ -> {});
    Run checked = roads.runner(roads.checks()).run(saved(name, it -> it), _ -> {});

    assertThat(checked.legs())
        .extracting(Leg::name)
        .isEqualTo(plain.legs().stream().map(Leg::name).toList());
    assertThat(plain.check()).isNull();
    assertThat(checked.check()).isNotNull();
  }

  @Test
  void aRunTellsWhenItsRoadIsAtItsEndAndTheCheckBegins() {
    List<Run> told = new ArrayList<>();
    roads.runner(roads.checks()).run(saved("gke-to-s3", it -> it), told::add);

    assertThat(told.stream().map(Run::outcome).distinct())
        .containsExactly(Run.State.RUNNING, Run.State.CHECKING, Run.State.DONE);
    assertThat(told)
        .filteredOn(state -> state.outcome() == Run.State.CHECKING)
        .first()
        .satisfies(begun -> assertThat(begun.check()).isNull());
  }

  /** Those of the check too, so that a slow one can be spoken of. */
  @Test
  void everyCallIsToldOfAsItBegins() {
    List<String> told = new ArrayList<>();
    Run run =
        roads
            .runner(roads.checks())
            .run(
                saved("gke-to-s3", it -> it),
                grown ->
                    grown.legs().stream()
                        .skip(told.stream().filter("answer"::equals).count())
                        .forEach(_ -> told.add("answer")),
                call -> told.add(call.operation()));

    assertThat(told.subList(0, 2 * run.legs().size()))
        .isEqualTo(
            run.legs().stream().flatMap(leg -> Stream.of(leg.operation(), "answer")).toList());
    assertThat(told).contains("GetRole");
  }

  @Test
  void whoWasNamedIsAskedAndNobodyElse() {
    Readers named =
        Readers.of(machine, CLOCK)
            .naming(
                new AwsIdentities(machine, CLOCK).find("aws:lambda-outbound").orElseThrow(),
                new GoogleIdentities(machine).find("gcloud:demo-user").orElseThrow());
    Route route = saved("gke-to-s3", it -> it);
    Run run = roads.runner(roads.checks(named)).run(route, _ -> {});

    assertThat(run.check())
        .isInstanceOfSatisfying(
            LocalCheck.NotMade.class,
            check ->
                assertThat(check.sources())
                    .first()
                    .asString()
                    .startsWith("Trust policy not read (iam:GetRole): aws:lambda-outbound: iam:")
                    .contains("is not authorized to perform: iam:GetRole"));
    assertThat(run.outcome()).isEqualTo(Run.State.DONE);
  }

  @Test
  void aRunThatIsEndedReadsNothing() {
    Route route = saved("gke-to-s3", it -> it);
    Run run =
        roads
            .runner(
                (_, _, _) -> {
                  throw new AssertionError("nothing is to be read");
                })
            .run(
                route,
                state -> {
                  if (state.legs().size() == 3) {
                    Thread.currentThread().interrupt();
                  }
                });

    assertThat(run.outcome()).isEqualTo(Run.State.CANCELLED);
    assertThat(run.check()).isNull();
  }

  @Test
  void whereNobodyMayBeAskedNothingIsReadAndTheTokenIsKeptForAPolicyThatIsPasted() {
    LocalCheck check =
        ((Outcome.Done<LocalCheck>)
                roads
                    .prediction(roads.checks(Readers.NOBODY))
                    .of(saved("gke-to-s3", it -> it), recorder))
            .value();

    assertThat(check)
        .isInstanceOfSatisfying(
            LocalCheck.NotMade.class, made -> assertThat(made.trust()).isNotNull());
    assertThat(recorder.legs()).noneMatch(leg -> leg.service().equals("iam"));
  }

  private LocalCheck predict(String name, UnaryOperator<String> change) {
    return ((Outcome.Done<LocalCheck>)
            roads.prediction(roads.checks()).of(saved(name, change), recorder))
        .value();
  }

  private static Route saved(String name, UnaryOperator<String> change) {
    RouteStore store = new RouteStore(machine.configurationFolder().resolve("crosstrust/routes"));
    Route saved = ((Loaded.Good) store.load(name)).route();
    return Routes.route(change.apply(RouteWriter.write(saved)));
  }
}
