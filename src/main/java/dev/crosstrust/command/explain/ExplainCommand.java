package dev.crosstrust.command.explain;

import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Input;
import dev.crosstrust.diagnosis.Explain;
import dev.crosstrust.diagnosis.Explained;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what a pasted error means, offline. */
@Command(
    name = "explain",
    description = "Say what an error text, a log or an entry of an audit log means.")
public final class ExplainCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The file with the text; - for standard input.")
  private String file = Input.STANDARD_INPUT;

  public ExplainCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String text = Input.text(context.terminal(), file);
    if (text.isBlank()) {
      throw new BadInput(
          "%s is empty".formatted(file.equals(Input.STANDARD_INPUT) ? "standard input" : file));
    }
    Explained explained = Explain.text(text);
    if (context.json()) {
      context.terminal().json(ExplainJson.of(explained));
    } else {
      ExplainText.print(context.terminal(), explained);
    }
    return (explained.findings().isEmpty() ? Exit.REFUSED : Exit.OK).code();
  }
}
