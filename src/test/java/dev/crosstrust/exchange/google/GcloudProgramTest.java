package dev.crosstrust.exchange.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.identity.google.GcloudHome;
import dev.crosstrust.identity.google.GoogleSource.GcloudAccount;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.SubjectToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for gcloud is a shell script")
class GcloudProgramTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z"));
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String TARGET = "t@p.iam.gserviceaccount.com";

  @TempDir Path folder;
  private final Recorder recorder = new Recorder();
  private GcloudHome home;

  @BeforeEach
  void makeHome() throws IOException {
    home = new GcloudHome(folder);
    home.variable("LANG", "C");
    home.configuration("demo", "[core]", "account = ada@example.com");
    home.account("ada@example.com", GcloudHome.user("https://oauth2.googleapis.com/token"));
  }

  @Test
  void itIsRunInTheMachinesEnvironmentWithTheConfigurationPinned() throws Exception {
    gcloud("echo \"$@\" >args; env >env; echo token-1");

    Outcome<Secret> token = program(LONG).print("print-access-token", "demo", "sign-in");

    assertThat(token).isEqualTo(Outcome.done(Secret.of("token-1")));
    assertThat(folder.resolve("args")).hasContent("auth print-access-token");
    assertThat(Files.readAllLines(folder.resolve("env")))
        .contains(
            "CLOUDSDK_ACTIVE_CONFIG_NAME=demo",
            "CLOUDSDK_CORE_DISABLE_PROMPTS=1",
            "CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT=",
            "CLOUDSDK_CONFIG=" + home.root(),
            "HOME=" + folder,
            "LANG=C")
        .noneMatch(line -> line.startsWith("JAVA_HOME=") || line.startsWith("USER="));
  }

  @Test
  void aRunIsALegWithoutWhatItPrinted() throws Exception {
    gcloud(
        "echo '"
            + GcloudHome.CANARY
            + "'; echo 'warning: refresh_token="
            + GcloudHome.CANARY
            + "' >&2");

    program(LONG).print("print-identity-token", "demo", "token");

    assertThat(recorder.legs())
        .singleElement()
        .satisfies(
            leg -> {
              assertThat(leg.name()).isEqualTo("token");
              assertThat(leg.service()).isEqualTo("gcloud");
              assertThat(leg.request().method()).isEqualTo("run");
              assertThat(leg.request().target()).isEqualTo("gcloud auth print-identity-token");
              assertThat(leg.endpoint()).isEqualTo(folder.resolve("bin/gcloud").toString());
              assertThat(leg.status()).isZero();
              assertThat(leg.outcome()).isEqualTo(Leg.Result.DONE);
              assertThat(leg.response().body()).contains("warning");
            });
    assertThat(recorder.legs().toString()).doesNotContain(GcloudHome.CANARY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          There was a problem refreshing your current auth tokens: ('invalid_grant: reauth related error (invalid_rapt)') | NEEDS_SIGN_IN
          There was a problem refreshing your current auth tokens: Reauthentication failed. cannot prompt                 | NEEDS_SIGN_IN
          You do not currently have an active account selected.                                                           | NEEDS_SIGN_IN
          Your current active account [ada] does not have any valid credentials                                           | NEEDS_SIGN_IN
          There was a problem refreshing: HTTPSConnectionPool: Max retries exceeded with url: /token                      | UNREACHABLE
          No identity token can be obtained from the current credentials.                                                 | LOCAL
          gcloud crashed (KeyError): 'x'                                                                                  | LOCAL
          """)
  void itsFailuresAreTold(String said, Breakage.Kind kind) throws Exception {
    Files.writeString(folder.resolve("said"), "WARNING: x\nERROR: (gcloud.auth) " + said + "\n");
    gcloud("cat said >&2; exit 1");

    Breakage breakage = breakage(program(LONG).print("print-access-token", "demo", "sign-in"));

    assertThat(breakage.kind()).isEqualTo(kind);
    Leg leg = recorder.legs().getFirst();
    assertThat(leg.status()).isEqualTo(1);
    assertThat(leg.outcome()).isEqualTo(Leg.Result.BROKEN);
    assertThat(leg.response().body()).contains(said);
  }

  @Test
  void whatIsNoTokenIsNotTakenForOne() throws Exception {
    gcloud("echo 'Your token is: x'");

    assertThat(breakage(program(LONG).print("print-access-token", "demo", "sign-in")).kind())
        .isEqualTo(Breakage.Kind.NOT_UNDERSTOOD);
  }

  @Test
  void aFullPipeDoesNotStopIt() throws Exception {
    gcloud("head -c 300000 /dev/zero >&2; echo token-1");

    assertThat(program(LONG).print("print-access-token", "demo", "sign-in"))
        .isInstanceOf(Done.class);
  }

  @Test
  void aRunThatTakesTooLongIsEnded() throws Exception {
    fifo("never");
    gcloud("read x <never");

    Breakage breakage =
        breakage(program(Duration.ofMillis(300)).print("print-access-token", "demo", "sign-in"));

    assertThat(breakage.kind()).isEqualTo(Breakage.Kind.TIMED_OUT);
    assertThat(recorder.legs().getFirst().response().problem()).contains("time limit");
    List<ProcessHandle> left =
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
            .toList();
    for (ProcessHandle process : left) {
      process.onExit().get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void interruptingEndsItWithAllItHasStarted() throws Exception {
    fifo("ready");
    fifo("never");
    gcloud("sh -c 'echo $$ >ready; read x <never' ; echo token-1");
    CompletableFuture<Outcome<Secret>> result = new CompletableFuture<>();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread asking =
        Thread.ofPlatform()
            .start(
                () -> {
                  result.complete(program(LONG).print("print-access-token", "demo", "sign-in"));
                  interrupted.complete(Thread.currentThread().isInterrupted());
                });
    String child = Files.readString(folder.resolve("ready"));

    asking.interrupt();

    assertThat(breakage(result.get()).kind()).isEqualTo(Breakage.Kind.CANCELLED);
    assertThat(interrupted.get()).isTrue();
    assertThat(recorder.legs().getFirst().response().problem()).isEqualTo("cancelled");
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(child.strip()));
    if (process.isPresent()) {
      process.get().onExit().get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void whereItIsNotInstalledTheSentenceSaysWhereWeLooked() {
    Outcome<Secret> token =
        new GcloudProgram(
                recorder,
                home.machine(),
                CLOCK,
                new GcloudPlaces(List.of(folder.resolve("a"), folder.resolve("b"))),
                LONG)
            .print("print-access-token", "demo", "sign-in");

    assertThat(breakage(token))
        .isEqualTo(
            new Breakage(
                Breakage.Kind.LOCAL,
                "gcloud is not installed; looked in %s, %s"
                    .formatted(folder.resolve("a"), folder.resolve("b"))));
  }

  @Test
  void itIsLookedForOnTheSearchPathAndThenInTheUsualPlaces() {
    home.variable("PATH", "/first:relative:/second");

    assertThat(GcloudPlaces.of(home.machine()).folders())
        .startsWith(Path.of("/first"), Path.of("/second"), folder.resolve("google-cloud-sdk/bin"))
        .contains(Path.of("/usr/bin"), Path.of("/snap/bin"))
        .doesNotContain(Path.of("relative"));
  }

  @Test
  void aUsersIdTokenIsGcloudsAndForGcloudsAudienceOnly() throws Exception {
    gcloud("echo $2");

    try (Wire wire = new Wire(Origins.REAL, recorder, CLOCK)) {
      assertThat(idToken(wire, "sts.amazonaws.com", List.of())).isInstanceOf(Broken.class);
      assertThat(recorder.legs()).isEmpty();
      assertThat(idToken(wire, GcloudAccount.AUDIENCE, List.of()))
          .isEqualTo(Outcome.done(SubjectToken.jwt("print-identity-token")));
    }
  }

  @Test
  void aUserImpersonatesWithGcloudsAccessTokenAndOneRequest() throws Exception {
    gcloud("echo $2");
    try (LoopbackServer server =
            LoopbackServer.start(
                0,
                request ->
                    Response.of(
                        200,
                        "application/json",
                        "{\"token\":\"for " + request.header("authorization").get() + "\"}"));
        Wire wire =
            new Wire(
                new Origins(Map.of("https://iamcredentials.googleapis.com", server.origin())),
                recorder,
                CLOCK)) {

      assertThat(idToken(wire, "sts.amazonaws.com", List.of(TARGET)))
          .isEqualTo(Outcome.done(SubjectToken.jwt("for Bearer print-access-token")));
      assertThat(recorder.legs()).extracting(Leg::name).containsExactly("sign-in", "token");
    }
  }

  private Outcome<SubjectToken> idToken(Wire wire, String audience, List<String> impersonate) {
    return new GoogleTokens(wire, CLOCK, program(LONG))
        .idToken(home.find("gcloud:demo"), new IdTokenRequest(audience, impersonate, false));
  }

  private GcloudProgram program(Duration limit) {
    return new GcloudProgram(
        recorder, home.machine(), CLOCK, new GcloudPlaces(List.of(folder.resolve("bin"))), limit);
  }

  private void gcloud(String script) throws IOException {
    Path file = home.file("bin/gcloud", "#!/bin/sh\ncd '" + folder + "'\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private void fifo(String name) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start().waitFor())
        .isZero();
  }

  private static Breakage breakage(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Broken.class);
    return ((Broken<?>) outcome).breakage();
  }
}
