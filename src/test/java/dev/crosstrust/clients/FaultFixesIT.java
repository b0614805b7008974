package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.route.road.Roads;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.surroundings.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A refusal, its cause, the command for it, and the road is open: the commands that a run prints,
 * run as they stand by the real programs.
 */
class FaultFixesIT {
  /** A word in capitals by itself stands for something that was not known. */
  private static final Pattern PLACEHOLDER = Pattern.compile("(^|[\\s=/])[A-Z][A-Z_]+(\\s|$)");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    // How the run with the command carried out ends: another subject needs other grants, and where
    // two grants are wrong each has a command of its own.
    "AUD_OAUD_SWAPPED,  gke-to-s3, DONE",
    "AZP_EMAIL,         gke-to-s3, DONE",
    "WRONG_AUDIENCE,    gke-to-s3, DONE",
    "CASE_DIFFERS,      gke-to-s3, DONE",
    "SHADOW_PROVIDER,   gke-to-s3, DONE",
    "CONDITION_REFUSES, lambda-to-gcs, DONE",
    "PROVIDER_DISABLED, lambda-to-gcs, DONE",
    "BINDING_ON_PROVIDER, lambda-to-gcs, REFUSED",
    "BINDING_SESSION_ARN, lambda-to-gcs, REFUSED",
    "SUBJECT_TOO_LONG,  lambda-to-gcs, REFUSED",
    "OUTBOUND_DISABLED, lambda-to-gcs, DONE",
  })
  void theFirstCommandTakesTheFirstFindingAway(Fault fault, String route, Run.State end)
      throws IOException {
    Client.needs("bash", "aws", "gcloud");
    try (Sandbox sandbox = start(fault)) {
      Finding found = run(sandbox, route).findings().getFirst();
      String command = command(found);

      Result result =
          new Client(folder, sandbox.environment())
              .with(
                  Map.of(
                      "AWS_PROFILE", "sandbox-admin", "CLOUDSDK_ACTIVE_CONFIG_NAME", "demo-user"))
              .run("bash", "-c", command);

      assertThat(result.exit()).as("%s%n%s", command, result.all()).isZero();
      Run again = run(sandbox, route);
      assertThat(again.outcome()).as("%s%n%s", command, again.findings()).isEqualTo(end);
      assertThat(again.findings()).as(command).extracting(Finding::id).doesNotContain(found.id());
    }
  }

  private Sandbox start(Fault fault) throws IOException {
    return Sandbox.start(
        new Sandbox.Options(folder.resolve("home"), 0, List.of(fault), 0, UnaryOperator.identity()),
        InstantSource.system(),
        SharedKeys.ofOneCloud());
  }

  private static Run run(Sandbox sandbox, String name) throws IOException {
    Surroundings here =
        Surroundings.of(new Machine(sandbox.environment(), sandbox.home()), InstantSource.system());
    Loaded.Good loaded = (Loaded.Good) new RouteStore(here.routes()).load(name);
    Roads roads = here.roads();
    return roads.runner(roads.checks()).run(loaded.route(), _ -> {});
  }

  private static String command(Finding finding) {
    return finding.fix().stream()
        .flatMap(fix -> Stream.of(fix.aws(), fix.gcloud()))
        .filter(Objects::nonNull)
        .filter(command -> !PLACEHOLDER.matcher(command).find())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no whole command in " + finding));
  }
}
