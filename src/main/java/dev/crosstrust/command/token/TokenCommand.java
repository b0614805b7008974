package dev.crosstrust.command.token;

import dev.crosstrust.command.kit.Context;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tokens: asking for one, reading any. */
@Command(name = "token", description = "Ask for a subject token; read and compare any token.")
public final class TokenCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  public static CommandLine with(Context context) {
    return new CommandLine(new TokenCommand())
        .addSubcommand(new TokenRequestCommand(context))
        .addSubcommand(new TokenDecodeCommand(context))
        .addSubcommand(new TokenCompareCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(new CommandLine(spec), "request, decode or compare?");
  }
}
