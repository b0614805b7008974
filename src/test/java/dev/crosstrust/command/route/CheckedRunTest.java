package dev.crosstrust.command.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.Console;
import dev.crosstrust.Console.Result;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code run} with our own check of the token, against a policy that keeps it out. */
class CheckedRunTest {
  @TempDir static Path folder;
  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox =
        Sandbox.start(
            new Sandbox.Options(
                folder.resolve("home"),
                0,
                List.of(Fault.AUD_OAUD_SWAPPED),
                0,
                UnaryOperator.identity()),
            InstantSource.system(),
            SharedKeys.ofOneCloud());
  }

  @AfterAll
  static void stop() throws IOException {
    sandbox.close();
  }

  @Test
  void theReportOfTheCheckIsPartOfTheRun() {
    Result result = run("--json", "run", "gke-to-s3");
    JsonNode check = json(result).get("check");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(check.get("verdict").asString()).isEqualTo("refused");
    assertThat(check.get("sources").get(0).asString())
        .isEqualTo("Trust policy read with aws:sandbox-admin (iam:GetRole)");
    assertThat(check.at("/trust/statements/0/conditions/0/result").asString())
        .isEqualTo("mismatch");
    assertThat(check.has("pool")).isFalse();
    assertThat(first(result)).isEqualTo("aws.aud-key-reads-azp");
  }

  @Test
  void forPeopleItSaysWithWhomWasRead() {
    assertThat(run("run", "gke-to-s3").out())
        .contains("Our own check of the token: it would be refused")
        .contains("Trust policy read with aws:sandbox-admin (iam:GetRole)");
  }

  @Test
  void withoutItTheAnswerStandsAlone() {
    Result result = run("--json", "run", "gke-to-s3", "--no-check");

    assertThat(json(result).has("check")).isFalse();
    assertThat(first(result)).isEqualTo("aws.trust-refused");
  }

  @Test
  void whoIsNamedAndMayNotReadLeavesItOpen() {
    Result result = run("--json", "run", "gke-to-s3", "--admin", "aws:lambda-outbound");

    assertThat(json(result).at("/check/verdict").asString()).isEqualTo("undecided");
    assertThat(first(result)).isEqualTo("aws.trust-refused");
    assertThat(json(result).at("/findings/0/because").toString())
        .contains("Trust policy not read (iam:GetRole): aws:lambda-outbound");
  }

  @Test
  void whoIsNobodyOfThisMachineCannotBeNamed() {
    Result result = run("run", "gke-to-s3", "--admin", "aws:nobody");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("aws:nobody");
  }

  private static Result run(String... words) {
    return new Console(new Machine(sandbox.environment(), sandbox.home())).run(words);
  }

  private static JsonNode json(Result result) {
    return JsonMapper.shared().readTree(result.out());
  }

  private static String first(Result result) {
    return json(result).at("/findings/0/id").asString();
  }
}
