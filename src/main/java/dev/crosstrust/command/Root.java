package dev.crosstrust.command;

import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Terminal;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What stands before every command. */
@Command(
    name = "crosstrust",
    description = {
      "Shows why one cloud trusts another, or refuses to.",
      "Without a command it opens its window."
    },
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false)
final class Root implements Callable<Integer> {
  /** The first route of every sandbox. */
  private static final String STORY = "gke-to-s3";

  private final Context context;
  private final Window window;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  Root(Context context, Window window) {
    this.context = context;
    this.window = window;
  }

  @Option(
      names = "--sandbox",
      description = "Run the command, or the window, on sandbox clouds inside this process.")
  void sandbox(boolean wanted) {
    context.onSandbox(wanted);
  }

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON document (ls: one object a line).")
  void json(boolean wanted) {
    context.json(wanted);
  }

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print details on standard error, never a secret.")
  void debug(boolean wanted) {
    context.debug(wanted);
  }

  @Option(
      names = "--version",
      description = "Print the versions, as the command of this name does.")
  private boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Print this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  /** Without a command: the window, or the story where there can be none. */
  @Override
  public Integer call() {
    if (version) {
      return instead("version");
    }
    if (context.json()) {
      throw new ParameterException(spec.commandLine(), "--json needs a command (all: --help)");
    }
    Terminal terminal = context.terminal();
    try {
      window.open(context.here(), context.onSandbox());
      return Exit.OK.code();
    } catch (Window.UnavailableException e) {
      if (context.debug()) {
        terminal.note(String.valueOf(e.getCause()));
      }
      if (!context.onSandbox()) {
        terminal.note(
            "crosstrust: %s; --help lists what works without it".formatted(e.getMessage()));
        return Exit.UNDECIDED.code();
      }
      terminal.note("crosstrust: %s; here is the story in words".formatted(e.getMessage()));
      return instead("run", STORY);
    } catch (IOException e) {
      throw BadInput.of(e, context.here().windowFile());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Exit.CANCELLED.code();
    }
  }

  private int instead(String command, String... arguments) {
    return Objects.requireNonNull(spec.commandLine().getSubcommands().get(command))
        .execute(arguments);
  }
}
