package dev.crosstrust.command;

import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Json;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.finding.Shell;
import dev.crosstrust.surroundings.Sandboxes;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the sandbox until it is stopped. */
@Command(name = "sandbox", description = "Run the two sandbox clouds until stopped.")
final class SandboxCommand implements Callable<Integer> {
  private static final int HIGHEST_AWS_PORT = 65534;

  private final Context context;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description =
          "Write the profile home here (default: a temporary folder, removed at the end).")
  private @Nullable Path home;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "AWS listens on N, Google on N+1 (default: free ones).")
  private int port;

  @Option(names = "--fault", paramLabel = "NAME", description = "Break this; may be repeated.")
  private List<String> faults = new ArrayList<>();

  @Option(
      names = "--objects",
      paramLabel = "N",
      description = "Add the bucket big-bucket-111122223333 with N generated objects.")
  private int objects;

  private SandboxCommand(Context context) {
    this.context = context;
  }

  static CommandLine with(Context context) {
    CommandLine line = new CommandLine(new SandboxCommand(context));
    String faults = String.join(", ", context.sandboxes().faults());
    line.getCommandSpec().usageMessage().footer("", "Faults: " + faults);
    return line;
  }

  /** What is printed when it listens, for scripts. */
  private record Ready(
      boolean ready, Map<String, URI> endpoints, String home, Map<String, String> env) {}

  @Override
  public Integer call() {
    check();
    try (Sandboxes.Running sandbox =
        context.sandboxes().start(new Sandboxes.Options(home, port, faults, objects))) {
      Terminal terminal = context.terminal();
      terminal.line(
          Json.line(
              new Ready(
                  true, sandbox.endpoints(), sandbox.home().toString(), sandbox.environment())));
      if (!context.json()) {
        sandbox
            .environment()
            .forEach((name, value) -> terminal.line("export " + name + "=" + Shell.quoted(value)));
      }
      new CountDownLatch(1).await();
      return Exit.OK.code();
    } catch (BindException e) {
      throw new BadInput("port %d or %d is taken".formatted(port, port + 1));
    } catch (IOException e) {
      throw new BadInput("the sandbox does not start: " + e.getMessage());
    } catch (InterruptedException e) {
      return Exit.CANCELLED.code();
    }
  }

  private void check() {
    for (String fault : faults) {
      if (!context.sandboxes().faults().contains(fault)) {
        throw new BadInput(
            "no fault is named %s; there are: %s"
                .formatted(fault, String.join(", ", context.sandboxes().faults())));
      }
    }
    if (port < 0 || port > HIGHEST_AWS_PORT) {
      throw new BadInput("--port takes 1 to %d, or 0 for free ones".formatted(HIGHEST_AWS_PORT));
    }
    if (home != null && home.toString().isEmpty()) {
      throw new BadInput("--home names no folder");
    }
    if (objects < 0) {
      throw new BadInput("--objects takes a number from 0");
    }
  }
}
