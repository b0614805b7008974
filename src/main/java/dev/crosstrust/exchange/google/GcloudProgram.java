package dev.crosstrust.exchange.google;

import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.exchange.Program;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.google.GcloudFolder;
import dev.crosstrust.secret.Redactor;
import dev.crosstrust.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The program {@code gcloud}, asked for the tokens of the accounts it keeps. It is run in the
 * machine's environment with the configuration pinned and without prompts, and each run is a leg:
 * its error text is kept without secrets, its output never. Interrupting the thread ends the
 * program and whatever it has started.
 */
public final class GcloudProgram {
  /** What gcloud may take: it starts in half a second and asks Google once or twice. */
  public static final Duration LIMIT = Duration.ofSeconds(30);

  private final Recorder recorder;
  private final Machine machine;
  private final InstantSource clock;
  private final GcloudPlaces places;
  private final Duration limit;

  GcloudProgram(
      Recorder recorder,
      Machine machine,
      InstantSource clock,
      GcloudPlaces places,
      Duration limit) {
    this.recorder = recorder;
    this.machine = machine;
    this.clock = clock;
    this.places = places;
    this.limit = limit;
  }

  /**
   * What {@code gcloud auth print-identity-token} or {@code print-access-token} prints.
   *
   * @param leg the name of the leg
   */
  Outcome<Secret> print(String command, String configuration, String leg) {
    Optional<Path> program = places.find();
    if (program.isEmpty()) {
      return Outcome.broken(
          Kind.LOCAL,
          "gcloud is not installed; looked in "
              + places.folders().stream().map(Path::toString).collect(Collectors.joining(", ")));
    }
    return run(program.get(), configuration, Label.of(leg, "gcloud", command));
  }

  private Outcome<Secret> run(Path program, String configuration, Label label) {
    ProgramLeg leg = new ProgramLeg(label, program, configuration, clock.instant());
    recorder.asks(label);
    ProcessBuilder builder =
        new ProcessBuilder(List.of(program.toString(), "auth", label.operation()));
    builder.environment().clear();
    builder.environment().putAll(environment(configuration));
    try {
      return outcome(Program.run(builder, limit), configuration, leg);
    } catch (IOException e) {
      recorder.record(leg.broken("not started: " + e.getClass().getSimpleName()));
      return Outcome.broken(Kind.LOCAL, program + " cannot be started");
    } catch (InterruptedException e) {
      recorder.record(leg.broken("cancelled"));
      Thread.currentThread().interrupt();
      return Outcome.broken(Kind.CANCELLED, "cancelled");
    }
  }

  private Outcome<Secret> outcome(Program.Ended ended, String configuration, ProgramLeg leg) {
    return switch (ended) {
      case Program.Overdue _ -> {
        recorder.record(leg.broken("no answer within the time limit"));
        yield Outcome.broken(
            Kind.TIMED_OUT, "gcloud gave no answer in %d seconds".formatted(limit.toSeconds()));
      }
      case Program.Exited(int code, Secret output, String errors) -> {
        String said = new Redactor().text(errors).strip();
        recorder.record(leg.ended(code, said));
        yield code == 0
            ? token(output)
            : new Outcome.Broken<>(GcloudFailure.of(said, configuration, code));
      }
    };
  }

  private static Outcome<Secret> token(Secret output) {
    String token = output.reveal().strip();
    return token.isEmpty() || token.chars().anyMatch(Character::isWhitespace)
        ? Outcome.broken(Kind.NOT_UNDERSTOOD, "gcloud printed something that is not a token")
        : Outcome.done(Secret.of(token));
  }

  /** Set to nothing, the property of impersonation in the configuration does not apply. */
  private Map<String, String> environment(String configuration) {
    Map<String, String> environment = new HashMap<>(machine.environment());
    environment.putIfAbsent("HOME", machine.home().toString());
    environment.putIfAbsent("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("CLOUDSDK_CONFIG", new GcloudFolder(machine).root().toString());
    environment.put("CLOUDSDK_ACTIVE_CONFIG_NAME", configuration);
    environment.put("CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT", "");
    environment.put("CLOUDSDK_CORE_DISABLE_PROMPTS", "1");
    return environment;
  }
}
