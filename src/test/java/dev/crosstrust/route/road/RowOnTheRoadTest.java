package dev.crosstrust.route.road;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Leg.Result;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.OriginsFile;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.route.Routes;
import dev.crosstrust.route.run.RouteRunner;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step that inserts a row, at the end of the second road on the sandbox's clouds. */
class RowOnTheRoadTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir static Path home;
  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox =
        Sandbox.start(new Sandbox.Options(home, 0, List.of(), 0, UnaryOperator.identity()), CLOCK);
  }

  @AfterAll
  static void stop() throws IOException {
    sandbox.close();
  }

  @Test
  void theInsertionIsWhatIsJudgedAndTheRowReadBackIsShown() {
    Run run = run(RowOnTheRoadTest::steps, "target: my_dataset.my_table, expect: allowed");

    assertThat(run.findings()).isEmpty();
    assertThat(run.outcome()).isEqualTo(Run.State.DONE);
    assertThat(run.legs())
        .extracting(Leg::name)
        .containsExactly(
            "token", "exchange", "bigquery.GetTable", "bigquery.InsertRow", "bigquery.ListRows");
    Leg insertion = run.legs().get(3);
    assertThat(insertion.asExpected()).isTrue();
    assertThat(insertion.said())
        .matches(
            "1 row inserted; read back: 20[-\\d]{8}T[\\d:.]+Z, Written by a Crosstrust route to see"
                + " whether it may\\.");
    assertThat(run.legs().getLast().asExpected()).isNull();
  }

  @Test
  void anotherDatasetIsRefusedAsExpected() {
    Run run = run(RowOnTheRoadTest::steps, "target: other.my_table, expect: denied");

    assertThat(run.outcome()).isEqualTo(Run.State.DONE);
    assertThat(run.findings()).isEmpty();
    assertThat(run.legs())
        .extracting(Leg::name)
        .endsWith("bigquery.GetTable", "bigquery.InsertRow");
    assertThat(run.legs().getLast().said())
        .contains("Permission bigquery.tables.updateData denied");
    assertThat(run.legs().getLast().asExpected()).isTrue();
  }

  @Test
  void aRefusalIsOneFindingThoughTheSchemaWasRefusedToo() {
    Run run = run(RowOnTheRoadTest::steps, "target: other.my_table, expect: allowed");

    assertThat(run.outcome()).isEqualTo(Run.State.REFUSED);
    assertThat(run.findings())
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.because().getFirst()).startsWith("bigquery.InsertRow: "));
  }

  @Test
  void aRefusedReadBackIsEvidenceAndNoFailure() {
    Run run =
        run(
            wire ->
                (_, _, _) -> {
                  wire.recorder().record(leg("bigquery.InsertRow", 200, Result.DONE));
                  wire.recorder().record(leg("bigquery.ListRows", 403, Result.REFUSED));
                  return Outcome.done("1 row inserted");
                },
            "target: my_dataset.my_table, expect: allowed");

    assertThat(run.outcome()).isEqualTo(Run.State.DONE);
    assertThat(run.findings()).isEmpty();
    assertThat(run.legs().get(2).said()).isEqualTo("1 row inserted");
    assertThat(run.legs().get(3).outcome()).isEqualTo(Result.REFUSED);
  }

  @Test
  void aCallBeforeItsOwnThatMadeAStepFailIsAFinding() {
    Run run =
        run(
            wire ->
                (_, _, _) -> {
                  wire.recorder().record(leg("bigquery.GetTable", 503, Result.BROKEN));
                  return Outcome.broken(Outcome.Breakage.Kind.NOT_UNDERSTOOD, "HTTP 503");
                },
            "target: my_dataset.my_table, expect: allowed");

    assertThat(run.outcome()).isEqualTo(Run.State.BROKEN);
    assertThat(run.findings()).extracting(Finding::id).containsExactly("response.not-understood");
  }

  private static GoogleSteps steps(Wire wire) {
    return GoogleSteps.over(wire, CLOCK);
  }

  private static Leg leg(String name, int status, Result result) {
    return new Leg(
        name,
        "bigquery",
        name.substring(name.indexOf('.') + 1),
        "https://bigquery.googleapis.com",
        status,
        CLOCK.instant(),
        1,
        null,
        result,
        new Leg.Sent("POST", "https://bigquery.googleapis.com/", Map.of(), null),
        new Leg.Received(Map.of(), null, null));
  }

  private static Run run(Function<Wire, GoogleSteps> steps, String target) {
    Machine machine = new Machine(sandbox.environment(), sandbox.home());
    Origins origins = origins(machine);
    RouteRunner runner =
        new RouteRunner(
            _ -> {
              throw new AssertionError("the route leads to Google");
            },
            recorder -> new AwsToGoogleRoad(machine, origins, recorder, CLOCK, steps),
            CLOCK);
    String yaml =
        Routes.LAMBDA_TO_GCS.replaceFirst("(?s)steps:.*", "")
            + "steps:\n  - {do: bigquery.InsertRow, %s}\n".formatted(target);
    return runner.run(Routes.route(yaml), _ -> {});
  }

  private static Origins origins(Machine machine) {
    try {
      return OriginsFile.read(machine.pathVariable("CROSSTRUST_ORIGINS").orElseThrow());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
