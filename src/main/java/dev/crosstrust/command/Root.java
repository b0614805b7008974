package dev.crosstrust.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What stands before every command. */
@Command(
    name = "crosstrust",
    description = "Shows why one cloud trusts another, or refuses to.",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false)
final class Root implements Runnable {
  private final Context context;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  Root(Context context) {
    this.context = context;
  }

  @Option(
      names = "--sandbox",
      description = "Run the command on sandbox clouds inside this process.")
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
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Print this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Override
  public void run() {
    throw new ParameterException(
        new CommandLine(spec),
        "which command? For a first look: crosstrust --sandbox run gke-to-s3 (all commands:"
            + " --help)");
  }
}
