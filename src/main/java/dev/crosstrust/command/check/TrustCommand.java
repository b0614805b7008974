package dev.crosstrust.command.check;

import dev.crosstrust.command.kit.Context;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The AWS side. */
@Command(name = "trust", description = "What a role's trust policy at AWS makes of a token.")
public final class TrustCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  public static CommandLine with(Context context) {
    return new CommandLine(new TrustCommand()).addSubcommand(new TrustCheckCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(new CommandLine(spec), "check?");
  }
}
