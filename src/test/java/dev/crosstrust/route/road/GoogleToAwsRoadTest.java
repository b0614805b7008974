package dev.crosstrust.route.road;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Routes;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.route.file.RouteWriter;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The first road on the sandbox's clouds, over real HTTP. */
class GoogleToAwsRoadTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir static Path sharedHome;
  private static Sandbox whole;

  @TempDir Path home;

  private final List<Run> told = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    whole = Sandbox.start(options(sharedHome, List.of()), CLOCK, SharedKeys.ofOneCloud());
  }

  @AfterAll
  static void stop() throws IOException {
    whole.close();
  }

  @Test
  void theSeededRouteGoesThroughAsExpected() {
    Run run = run(whole, UnaryOperator.identity());
    assertThat(run.findings()).isEmpty();
    assertThat(run.outcome()).isEqualTo(Run.State.DONE);
    assertThat(run.asExpected()).isTrue();
    assertThat(run.legs())
        .extracting(Leg::name)
        .containsExactly("sign-in", "token", "exchange", "s3.ListBuckets", "iam.ListRoles");
    assertThat(run.legs().getLast().expected()).isEqualTo(Expectation.DENIED);
    assertThat(run.credentials().principal())
        .isEqualTo("arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session");
    assertThat(run.credentials().expiresAt()).isNotNull();
    assertThat(run.identity().id()).isEqualTo("gcloud:demo-gke");
  }

  @Test
  void everyLegIsToldAsItComesAndTheEndLast() {
    Run run = run(whole, UnaryOperator.identity());
    assertThat(told.getFirst().outcome()).isEqualTo(Run.State.RUNNING);
    assertThat(told).extracting(state -> state.legs().size()).isSorted().contains(1, 2, 3, 4, 5);
    assertThat(told.getLast()).isEqualTo(run);
  }

  @Test
  void anotherAccountThanExpectedStopsTheRunBeforeAnyStep() {
    Run run =
        run(whole, yaml -> yaml.replaceFirst("aws-account: .*}", "aws-account: \"999900001111\"}"));
    assertThat(run.outcome()).isEqualTo(Run.State.REFUSED);
    assertThat(run.findings()).extracting(Finding::id).containsExactly("account.unexpected");
    assertThat(run.legs()).extracting(Leg::name).endsWith("exchange");
  }

  @Test
  void aStepThatIsRefusedAgainstTheRoutesWishLeavesTheOthersToBeMade() {
    Run run =
        run(
            whole,
            yaml ->
                yaml.substring(0, yaml.indexOf("steps:"))
                    + """
                    steps:
                      - {do: iam.ListRoles, expect: allowed}
                      - {do: s3.GetObject, target: s3://audit-logs-444455556666/a, expect: denied}
                      - {do: s3.ListObjects, target: s3://no-such-bucket-here, expect: denied}
                      - {do: s3.ListObjects, target: s3://gar-credential-provider-test}
                      - {do: sts.GetCallerIdentity, expect: allowed}
                      - {do: s3.PutObject, target: "s3://gar-credential-provider-test/a_{timestamp}", expect: denied}
                    """);
    assertThat(run.outcome()).isEqualTo(Run.State.REFUSED);
    assertThat(run.legs().subList(3, run.legs().size()))
        .extracting(Leg::asExpected)
        .containsExactly(false, true, false, null, true, true);
    assertThat(run.findings())
        .extracting(Finding::id)
        .containsExactly("aws.denied-identity-policy", "s3.no-such-bucket");
  }

  @ParameterizedTest
  @CsvSource({
    "AUD_OAUD_SWAPPED, aws.trust-refused, REFUSED",
    "EXPIRED_TOKEN, aws.token-expired, REFUSED",
    "CLOCK_SKEW, clock.skew, REFUSED",
    "OVER_PRIVILEGED, route.more-than-expected, DONE",
    "RESET, network.unreachable, BROKEN",
    "HTML_502, response.not-understood, BROKEN",
  })
  void theCauseOfAFaultIsFound(Fault fault, String id, Run.State outcome) throws IOException {
    Run run;
    try (Sandbox broken =
        Sandbox.start(options(home, List.of(fault)), CLOCK, SharedKeys.ofOneCloud())) {
      run = run(broken, UnaryOperator.identity());
    }
    assertThat(run.findings().getFirst().id()).isEqualTo(id);
    assertThat(run.outcome()).isEqualTo(outcome);
  }

  @Test
  void anIdentityThatIsNotThereIsSaid() {
    Run run = run(whole, yaml -> yaml.replace("gcloud:demo-gke", "gcloud:nobody"));
    assertThat(run.outcome()).isEqualTo(Run.State.BROKEN);
    assertThat(run.findings().getFirst().because())
        .containsExactly("identity: there is no Google identity gcloud:nobody on this machine");
  }

  @Test
  void aWrongSettingOfAwsStopsTheExchangeAndNotAnotherStage() {
    Map<String, String> wrong = new HashMap<>(whole.environment());
    wrong.put("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:99999");
    Run run = run(new Machine(wrong, whole.home()), UnaryOperator.identity());
    assertThat(run.outcome()).isEqualTo(Run.State.BROKEN);
    assertThat(run.findings())
        .singleElement()
        .extracting(Finding::because)
        .asString()
        .startsWith("[exchange: the endpoint http://127.0.0.1:99999 has a port");
  }

  private Run run(Sandbox sandbox, UnaryOperator<String> change) {
    return run(new Machine(sandbox.environment(), sandbox.home()), change);
  }

  private Run run(Machine machine, UnaryOperator<String> change) {
    Origins origins = origins(machine.pathVariable("CROSSTRUST_ORIGINS").orElseThrow());
    RouteStore store = new RouteStore(machine.configurationFolder().resolve("crosstrust/routes"));
    Route saved = ((Loaded.Good) store.load("gke-to-s3")).route();
    Route changed = Routes.route(change.apply(RouteWriter.write(saved)));
    return new Roads(machine, origins, CLOCK).runner().run(changed, told::add);
  }

  private static Sandbox.Options options(Path home, List<Fault> faults) {
    return new Sandbox.Options(home, 0, faults, 0, UnaryOperator.identity());
  }

  private static Origins origins(Path file) {
    Map<String, String> table =
        JsonMapper.shared().readValue(file, new TypeReference<Map<String, String>>() {});
    return new Origins(
        table.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> URI.create(entry.getValue()))));
  }
}
