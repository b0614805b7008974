package dev.crosstrust.command;

import dev.crosstrust.token.Reading;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.TokenReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tokens: asking for one, reading any. */
@Command(name = "token", description = "Ask for a subject token; read and compare any token.")
final class TokenCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
  private CommandSpec spec;

  static CommandLine with(Context context) {
    return new CommandLine(new TokenCommand())
        .addSubcommand(new TokenRequestCommand(context))
        .addSubcommand(new TokenDecodeCommand(context))
        .addSubcommand(new TokenCompareCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(new CommandLine(spec), "request, decode or compare?");
  }

  /**
   * The token in a file or in standard input.
   *
   * @throws BadInput with one sentence that says what the text looks like instead
   */
  static Token read(Terminal terminal, String fileOrDash) {
    return switch (TokenReader.read(Input.text(terminal, fileOrDash))) {
      case Reading.Decoded(Token token) -> token;
      case Reading.Unreadable unreadable ->
          throw new BadInput("%s: %s".formatted(fileOrDash, unreadable.sentence()));
    };
  }
}
