package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.wire.Handler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged application, ended by the user in the middle of its work. */
class CancelIT {
  /** Below the minute that an answer is waited for, with room for a busy machine. */
  private static final Duration PROMPT = Duration.ofSeconds(30);

  private static final Semaphore ASKED = new Semaphore(0);

  @TempDir private static Path folder;
  private static Sandbox slow;

  @BeforeAll
  static void start() throws IOException {
    slow =
        Sandbox.start(
            new Sandbox.Options(
                folder.resolve("home"), 0, List.of(Fault.SLOW), 0, CancelIT::listening),
            InstantSource.system());
  }

  @AfterAll
  static void stop() throws IOException {
    slow.close();
  }

  private static Handler listening(Handler cloud) {
    return request -> {
      if (request.rawPath().equals("/")) {
        ASKED.release();
      }
      return cloud.handle(request);
    };
  }

  @Test
  void aRunSaysWhatWasDoneSoFar() throws Exception {
    try (RunningApp app = RunningApp.start(folder, slow.environment(), "run", "gke-to-s3")) {
      app.printed("[ok] token ");
      awsIsAsked();

      Result result = interrupted(app);

      assertThat(result.exit()).isEqualTo(130);
      assertThat(result.out().lines())
          .anyMatch(line -> line.startsWith("[ok] sign-in "))
          .anyMatch(line -> line.startsWith("[x]  exchange "))
          .endsWith("Cancelled.");
      assertThat(result.err()).isEmpty();
      assertThat(app.leftOver()).isEmpty();
    }
  }

  @Test
  void aRunIsStillOneJsonDocument() throws Exception {
    try (RunningApp app =
        RunningApp.start(folder, slow.environment(), "--json", "run", "gke-to-s3")) {
      awsIsAsked();

      Result result = interrupted(app);

      assertThat(result.exit()).isEqualTo(130);
      JsonNode run = new JsonMapper().readTree(result.out());
      assertThat(run.get("outcome").asString()).isEqualTo("broken");
      assertThat(run.get("legs").valueStream().map(leg -> leg.get("name").asString()))
          .containsExactly("sign-in", "token", "exchange");
      JsonNode exchange = run.get("legs").get(2);
      assertThat(exchange.get("outcome").asString()).isEqualTo("broken");
      assertThat(exchange.get("response").get("problem").asString()).isEqualTo("cancelled");
      assertThat(run.get("findings")).isEmpty();
      assertThat(result.err()).isEmpty();
    }
  }

  @Test
  void aRunThatHasJustBegunIsCancelledToo() throws Exception {
    try (RunningApp app = RunningApp.start(folder, slow.environment(), "run", "gke-to-s3")) {
      app.printed("gke-to-s3 ");

      Result result = interrupted(app);

      assertThat(result.exit()).isEqualTo(130);
      assertThat(result.out()).endsWith("\nCancelled.").doesNotContain("network.");
      assertThat(result.err()).isEmpty();
    }
    ASKED.drainPermits();
  }

  @Test
  void aListingSaysThatItWasCancelled() throws Exception {
    try (RunningApp app =
        RunningApp.start(folder, slow.environment(), "ls", "s3://", "--route", "gke-to-s3")) {
      awsIsAsked();

      Result result = interrupted(app);

      assertThat(result.exit()).isEqualTo(130);
      assertThat(result.out()).isBlank();
      assertThat(result.err().strip()).isEqualTo("crosstrust: cancelled");
    }
  }

  @Test
  void waitingForStandardInputIsGivenUp() throws Exception {
    Map<String, String> saysWhatItLoads =
        Map.of("CROSSTRUST_JAVA_OPTIONS", "-Xlog:class+load:stdout:none");
    try (RunningApp app = RunningApp.start(folder, saysWhatItLoads, "token", "decode", "-")) {
      app.printed("dev.crosstrust.command.kit.Input ");

      Result result = interrupted(app);

      assertThat(result.exit()).isEqualTo(130);
      assertThat(result.err().strip()).isEqualTo("crosstrust: cancelled");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void aSignalWhileTheSandboxStartsLeavesNothing(String signal) throws Exception {
    try (RunningApp app = RunningApp.start(folder, Map.of(), "sandbox")) {
      app.madeSandboxHome();

      Result result = app.signal(signal).rest();

      assertThat(result.err()).isEmpty();
      assertThat(app.leftOver()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void theSandboxTakesItsTemporaryHomeWithIt(String signal) throws Exception {
    try (RunningApp app = RunningApp.start(folder, Map.of(), "--json", "sandbox")) {
      app.printed("{\"ready\":true");
      Path home = app.leftOver().getFirst();
      // What clients put there: tokens that gcloud caches, profiles that aws is told to keep.
      Files.createDirectories(home.resolve(".config/gcloud/logs/today"));
      Files.writeString(home.resolve(".config/gcloud/access_tokens.db"), "cached");
      Files.writeString(home.resolve(".aws/cli-history"), "kept");

      long begun = System.nanoTime();
      Result result = app.signal(signal).rest();

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROMPT);
      assertThat(result.exit()).isEqualTo(signal.equals("INT") ? 130 : 143);
      assertThat(result.err()).isEmpty();
      assertThat(app.leftOver()).isEmpty();
    }
  }

  @Test
  void aGivenHomeStays() throws Exception {
    Path home = folder.resolve("given");
    try (RunningApp app =
        RunningApp.start(folder, Map.of(), "sandbox", "--home", home.toString())) {
      app.printed("{\"ready\":true").signal("INT").rest();

      assertThat(home.resolve(".aws/config")).exists();
    }
  }

  @Test
  void aRunOnTheSandboxLeavesNothingBehind() throws Exception {
    try (RunningApp app = RunningApp.start(folder, Map.of(), "--sandbox", "run", "gke-to-s3")) {
      assertThat(app.rest().exit()).isZero();
      assertThat(app.leftOver()).isEmpty();
    }
    try (RunningApp app = RunningApp.start(folder, Map.of(), "--sandbox", "run", "gke-to-s3")) {
      app.printed("[ok] sign-in ");
      app.signal("INT").rest();
      assertThat(app.leftOver()).isEmpty();
    }
  }

  private static void awsIsAsked() throws InterruptedException {
    assertThat(ASKED.tryAcquire(60, TimeUnit.SECONDS)).as("AWS is asked").isTrue();
  }

  private static Result interrupted(RunningApp app) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Result result = app.signal("INT").rest();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROMPT);
    assertThat(result.err()).doesNotContain("\tat ");
    return result;
  }
}
