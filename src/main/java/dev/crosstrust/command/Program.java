package dev.crosstrust.command;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.secret.Redactor;
import dev.crosstrust.surroundings.Sandboxes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The whole command line: arguments in, exit code out. */
public final class Program {
  private final Machine machine;
  private final InstantSource clock;
  private final Sandboxes sandboxes;
  private final Window window;

  /**
   * @param machine the real one; a command runs on it unless {@code --sandbox} is given
   * @param window what is opened when there is no command
   */
  public Program(Machine machine, InstantSource clock, Sandboxes sandboxes, Window window) {
    this.machine = machine;
    this.clock = clock;
    this.sandboxes = sandboxes;
    this.window = window;
  }

  /** Runs one command line to its end; interrupting the thread cancels it. */
  public int run(Terminal terminal, String... arguments) {
    try (Context context = new Context(terminal, machine, clock, sandboxes)) {
      CommandLine line =
          new CommandLine(new Root(context, window))
              .addSubcommand(new SandboxCommand(context))
              .addSubcommand(new IdentitiesCommand(context))
              .addSubcommand(TokenCommand.with(context))
              .addSubcommand(RoutesCommand.with(context))
              .addSubcommand(new RunCommand(context))
              .addSubcommand(new LsCommand(context))
              .addSubcommand(new CpCommand(context))
              .addSubcommand(new CredentialsCommand(context))
              .addSubcommand(new VersionCommand(context))
              .setOut(terminal.answers())
              .setErr(terminal.errors())
              .setParameterExceptionHandler((problem, _) -> badUsage(terminal, problem))
              .setExecutionExceptionHandler((e, _, _) -> failed(context, e));
      return line.execute(arguments);
    }
  }

  private static int badUsage(Terminal terminal, ParameterException problem) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    String sentence = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    terminal.note(command + ": " + sentence);
    return Exit.BAD_INPUT.code();
  }

  private static int failed(Context context, Exception e) {
    context.terminal().note("crosstrust: " + new Redactor().text(sentence(e)));
    if (context.debug()) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      context.terminal().note(new Redactor().text(trace.toString()));
    }
    return exit(e).code();
  }

  private static String sentence(Exception e) {
    return switch (exit(e)) {
      case CANCELLED -> "cancelled";
      case BAD_INPUT -> String.valueOf(e.getMessage());
      default -> "this should not happen: %s (more with --debug)".formatted(e);
    };
  }

  /** What fails on an interrupted thread fails because the user has ended it. */
  private static Exit exit(Exception e) {
    if (Thread.currentThread().isInterrupted()) {
      return Exit.CANCELLED;
    }
    return e instanceof BadInput ? Exit.BAD_INPUT : Exit.UNDECIDED;
  }
}
