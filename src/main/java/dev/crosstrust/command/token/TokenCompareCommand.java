package dev.crosstrust.command.token;

import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Input;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.token.lens.TokenComparison;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Two tokens side by side. */
@Command(name = "compare", description = "Compare two tokens claim by claim.")
final class TokenCompareCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(index = "0", paramLabel = "FILE")
  private String left = "";

  @Parameters(index = "1", paramLabel = "FILE")
  private String right = "";

  TokenCompareCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Terminal terminal = context.terminal();
    TokenComparison comparison =
        TokenComparison.of(Input.token(terminal, left), Input.token(terminal, right));
    if (context.json()) {
      terminal.json(comparison);
    } else {
      TokenText.print(terminal, comparison);
    }
    return Exit.OK.code();
  }
}
