package dev.crosstrust.command.check;

import dev.crosstrust.command.kit.Context;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The Google side. */
@Command(name = "pool", description = "What a pool provider of Google Cloud makes of a token.")
public final class PoolCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  public static CommandLine with(Context context) {
    return new CommandLine(new PoolCommand()).addSubcommand(new PoolCheckCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(new CommandLine(spec), "check?");
  }
}
