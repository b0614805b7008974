package dev.crosstrust.command;

import dev.crosstrust.command.check.PoolCommand;
import dev.crosstrust.command.check.TrustCommand;
import dev.crosstrust.command.credential.CredentialsCommand;
import dev.crosstrust.command.explain.ExplainCommand;
import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.command.route.RoutesCommand;
import dev.crosstrust.command.route.RunCommand;
import dev.crosstrust.command.storage.CpCommand;
import dev.crosstrust.command.storage.LsCommand;
import dev.crosstrust.command.token.TokenCommand;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.secret.Redactor;
import dev.crosstrust.surroundings.Sandboxes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.time.InstantSource;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line: arguments in, exit code out. */
public final class Program {
  /** The form of commands and options, which no secret has. */
  private static final Pattern MISTYPED = Pattern.compile("-{0,2}[a-z][a-z-]{0,19}");

  /** What stands before every command, and not behind it. */
  private static final Set<String> FIRST = Set.of("--sandbox", "--version");

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
              .addSubcommand(SandboxCommand.with(context))
              .addSubcommand(new IdentitiesCommand(context))
              .addSubcommand(TokenCommand.with(context))
              .addSubcommand(TrustCommand.with(context))
              .addSubcommand(new ExplainCommand(context))
              .addSubcommand(PoolCommand.with(context))
              .addSubcommand(RoutesCommand.with(context))
              .addSubcommand(new RunCommand(context))
              .addSubcommand(new LsCommand(context))
              .addSubcommand(new CpCommand(context))
              .addSubcommand(new CredentialsCommand(context))
              .addSubcommand(new VersionCommand(context))
              // A file named with @ would be taken apart, and repeated in what is said of it.
              .setExpandAtFiles(false)
              .setOut(terminal.answers())
              .setErr(terminal.errors())
              .setParameterExceptionHandler((problem, _) -> badUsage(terminal, problem))
              .setExecutionExceptionHandler((e, _, _) -> failed(context, e));
      int code = line.execute(arguments);
      // An answer that nobody got is none.
      return code == Exit.OK.code() && terminal.lost() ? Exit.UNDECIDED.code() : code;
    }
  }

  private static int badUsage(Terminal terminal, ParameterException problem) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    terminal.note(command + ": " + new Redactor().text(sentence(problem)));
    return Exit.BAD_INPUT.code();
  }

  /** What was given by mistake may be a token, so only a mistyped command is repeated. */
  private static String sentence(ParameterException problem) {
    if (!(problem instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }
    String first = unmatched.getUnmatched().getFirst();
    if (FIRST.contains(first)) {
      return "put %s before the command".formatted(first);
    }
    boolean typo = MISTYPED.matcher(first).matches();
    String near =
        unmatched.getSuggestions().isEmpty()
            ? ""
            : " (did you mean %s?)".formatted(String.join(", ", unmatched.getSuggestions()));
    return typo
        ? "there is no \"%s\" here%s".formatted(first, near)
        : "one argument too many, or an option that is not known here%s".formatted(near);
  }

  private static int failed(Context context, Exception e) {
    context.terminal().note("crosstrust: " + new Redactor().text(sentence(e)));
    if (context.debug()) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      context.terminal().trace(new Redactor().text(trace.toString()));
    }
    return exit(e).code();
  }

  private static String sentence(Exception e) {
    return switch (exit(e)) {
      case CANCELLED -> "cancelled";
      case BAD_INPUT ->
          e instanceof InvalidPathException path
              ? "\"%s\" is not a path here (in this locale)".formatted(path.getInput())
              : String.valueOf(e.getMessage());
      default -> "this should not happen: %s (more with --debug)".formatted(e);
    };
  }

  /** What fails on an interrupted thread fails because the user has ended it. */
  private static Exit exit(Exception e) {
    if (Thread.currentThread().isInterrupted()) {
      return Exit.CANCELLED;
    }
    return e instanceof BadInput || e instanceof InvalidPathException
        ? Exit.BAD_INPUT
        : Exit.UNDECIDED;
  }
}
