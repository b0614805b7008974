package dev.crosstrust.route.road;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.OriginsFile;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Routes;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.route.file.RouteWriter;
import dev.crosstrust.route.run.RouteRunner;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each way in which the sandbox can be broken is found by evidence alone, and stands at the top.
 */
class FaultsTest {
  private static final InstantSource CLOCK = InstantSource.system();

  /** With an answer that comes too late; a busy machine must not make others of it. */
  private static final Duration SHORT = Duration.ofSeconds(3);

  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "AUD_OAUD_SWAPPED,      gke-to-s3,     aws.aud-key-reads-azp",
    "AZP_EMAIL,             gke-to-s3,     aws.azp-depends-on-source",
    "WRONG_AUDIENCE,        gke-to-s3,     aws.trust-value-mismatch",
    "SHADOW_PROVIDER,       gke-to-s3,     aws.provider-shadows-builtin",
    "EXPIRED_TOKEN,         gke-to-s3,     aws.token-expired",
    "CLOCK_SKEW,            gke-to-s3,     clock.skew",
    "CASE_DIFFERS,          gke-to-s3,     aws.trust-case-differs",
    "ISSUER_UNREACHABLE,    lambda-to-gcs, google.issuer-unreachable",
    "SUBJECT_TOO_LONG,      lambda-to-gcs, google.subject-too-long",
    "CONDITION_REFUSES,     lambda-to-gcs, google.condition-refused",
    "CONDITION_EXPLOITABLE, lambda-to-gcs, google.condition-exploitable",
    "BINDING_ON_PROVIDER,   lambda-to-gcs, google.binding-on-provider",
    "BINDING_SESSION_ARN,   lambda-to-gcs, google.binding-session-arn",
    "OUTBOUND_DISABLED,     lambda-to-gcs, aws.outbound-disabled",
    "PROVIDER_DISABLED,     lambda-to-gcs, google.target-invalid",
    "OVER_PRIVILEGED,       gke-to-s3,     route.more-than-expected",
    "SLOW,                  gke-to-s3,     network.unreachable",
    "RESET,                 gke-to-s3,     network.unreachable",
    "HTML_502,              gke-to-s3,     response.not-understood",
  })
  void theCauseStandsAtTheTop(Fault fault, String route, String id) throws IOException {
    Run run = run(fault, route, yaml -> yaml);

    assertThat(run.findings()).extracting(Finding::id).first().isEqualTo(id);
  }

  /** Both grants stand in the project's policy, each under a condition. */
  @ParameterizedTest
  @EnumSource(names = {"BINDING_ON_PROVIDER", "BINDING_SESSION_ARN"})
  void aWrongGrantIsMendedWhereItStandsUnderItsCondition(Fault fault) throws IOException {
    Finding cause = run(fault, "lambda-to-gcs", yaml -> yaml).findings().getFirst();

    assertThat(cause.because())
        .anyMatch(it -> it.startsWith("roles/storage.objectAdmin on project demo-product-sbx"))
        .anyMatch(it -> it.startsWith("roles/bigquery.dataEditor on project demo-product-sbx"));
    assertThat(cause.fix())
        .hasSize(2)
        .allSatisfy(
            fix ->
                assertThat(fix.gcloud())
                    .startsWith("gcloud projects add-iam-policy-binding demo-product-sbx ")
                    .contains("\ngcloud projects remove-iam-policy-binding demo-product-sbx "));
    assertThat(cause.fix().getFirst().gcloud())
        .contains(
            "--condition=expression=resource.name.startsWith(\"projects/_/buckets/",
            ",title=RestrictToTestBucket");
    assertThat(cause.fix().getLast().gcloud()).contains(",title=RestrictToMyDataset");
  }

  @Test
  void objectsThatAreReadAndCannotBeListedAreExplainedByTheCondition() throws IOException {
    Run run =
        run(
            Fault.LIST_UNDER_CONDITION,
            "lambda-to-gcs",
            yaml ->
                yaml
                    + "  - {do: gcs.ListObjects, target:"
                    + " \"gs://my-test-bucket-fc436b0fe1b7c943\"}\n");

    assertThat(run.findings())
        .extracting(Finding::id)
        .first()
        .isEqualTo("gcs.denied-list-under-object-condition");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void nothingOnOurSideKnowsAFaultByItsName(Fault fault) throws IOException {
    List<String> names = List.of("\"%s\"".formatted(fault.id()), "Fault." + fault.name());
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/crosstrust"))) {
      assertThat(sources.filter(Files::isRegularFile).filter(file -> !isSandbox(file)))
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(names));
    }
  }

  private static boolean isSandbox(Path source) {
    return source.startsWith("src/main/java/dev/crosstrust/sandbox");
  }

  private Run run(Fault fault, String name, UnaryOperator<String> change) throws IOException {
    Sandbox.Options options =
        new Sandbox.Options(home, 0, List.of(fault), 0, UnaryOperator.identity());
    try (Sandbox broken = Sandbox.start(options, CLOCK, SharedKeys.ofOneCloud())) {
      Machine machine = new Machine(broken.environment(), broken.home());
      Origins origins = OriginsFile.read(machine.pathVariable("CROSSTRUST_ORIGINS").orElseThrow());
      Roads roads = new Roads(machine, origins, CLOCK);
      Duration patience = fault == Fault.SLOW ? SHORT : LONG;
      return new RouteRunner(
              recorder ->
                  new GoogleToAwsRoad(machine, new Wire(origins, recorder, CLOCK, patience), CLOCK),
              roads::awsToGoogle,
              CLOCK)
          .checking(roads.checks())
          .run(saved(machine, name, change), _ -> {});
    }
  }

  private static Route saved(Machine machine, String name, UnaryOperator<String> change) {
    RouteStore store = new RouteStore(machine.configurationFolder().resolve("crosstrust/routes"));
    Route saved = ((Loaded.Good) store.load(name)).route();
    return Routes.route(change.apply(RouteWriter.write(saved)));
  }
}
