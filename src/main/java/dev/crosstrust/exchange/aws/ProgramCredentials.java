package dev.crosstrust.exchange.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.exchange.Program;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.Means;
import dev.crosstrust.identity.aws.ProfileFiles;
import dev.crosstrust.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of a program that the profile names, run only with consent. What it prints is <a
 * href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html">JSON of
 * version 1</a>; the evidence keeps the command and the exit code, never the output.
 */
record ProgramCredentials(Recorder recorder, Machine machine, InstantSource clock) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  Outcome<AwsCredentials> of(Means.Program program, Consent consent) {
    if (consent != Consent.RUN_PROGRAM) {
      return Outcome.broken(
          Kind.LOCAL,
          "profile %s gets its credentials from a program, which is run with consent only: %s"
              .formatted(program.profile(), program.command()));
    }
    Optional<String> command =
        ProfileFiles.read(machine)
            .profile(program.profile())
            .flatMap(profile -> profile.setting("credential_process"));
    return command.isPresent()
        ? run(program, command.get())
        : Outcome.broken(
            Kind.LOCAL,
            "the program of profile %s is no longer there".formatted(program.profile()));
  }

  private Outcome<AwsCredentials> run(Means.Program program, String command) {
    Instant startedAt = clock.instant();
    Ending ending = ending(command);
    boolean done = ending.outcome() instanceof Done;
    recorder.record(
        new Leg(
            "sign-in",
            "program",
            "credential_process",
            program.command(),
            ending.exitCode(),
            startedAt,
            Duration.between(startedAt, clock.instant()).toMillis(),
            null,
            done ? Leg.Result.DONE : Leg.Result.BROKEN,
            new Leg.Sent("run", program.command(), Map.of(), null),
            new Leg.Received(Map.of(), done ? "(credentials, not kept)" : null, ending.problem())));
    return ending.outcome();
  }

  private Ending ending(String command) {
    ProcessBuilder builder =
        new ProcessBuilder(shell(command)).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(machine.environment());
    try {
      return switch (Program.run(builder, PATIENCE)) {
        case Program.Overdue _ ->
            Ending.broken(null, Kind.TIMED_OUT, "the program did not end within a minute");
        case Program.Exited(int exit, Secret printed, String _) ->
            exit == 0
                ? new Ending(0, ProgramOutput.read(printed))
                : Ending.broken(exit, Kind.LOCAL, "the program ended with exit code " + exit);
      };
    } catch (IOException e) {
      return Ending.broken(null, Kind.LOCAL, "the program cannot be started");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Ending.broken(null, Kind.CANCELLED, "cancelled");
    }
  }

  private static List<String> shell(String command) {
    return System.getProperty("os.name").startsWith("Windows")
        ? List.of("cmd.exe", "/C", command)
        : List.of("sh", "-c", command);
  }

  /** How the program ended. */
  private record Ending(@Nullable Integer exitCode, Outcome<AwsCredentials> outcome) {
    static Ending broken(@Nullable Integer exitCode, Kind kind, String why) {
      return new Ending(exitCode, Outcome.broken(kind, why));
    }

    @Nullable String problem() {
      return outcome instanceof Outcome.Broken<AwsCredentials>(Outcome.Breakage breakage)
          ? breakage.message()
          : null;
    }
  }
}
