package dev.crosstrust.command.check;

import dev.crosstrust.command.kit.At;
import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Input;
import dev.crosstrust.token.Token;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.PolicyDocument;
import dev.crosstrust.trust.google.PoolCheck;
import dev.crosstrust.trust.google.PoolProvider;
import dev.crosstrust.trust.google.PoolQuestion;
import dev.crosstrust.trust.google.PoolReport;
import dev.crosstrust.trust.google.ProviderDocument;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The Google side's check of a token, made here and without a call. */
@Command(
    name = "check",
    description = "Would Google STS take this token, and as whom? Decided offline.")
final class PoolCheckCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = "--token",
      required = true,
      paramLabel = "FILE",
      description = "The file with the token; - for standard input.")
  private String token = Input.STANDARD_INPUT;

  @Option(
      names = "--provider",
      required = true,
      paramLabel = "FILE",
      description = "The pool provider, as the IAM API returns it.")
  private String provider = "";

  @Option(
      names = "--audience",
      paramLabel = "AUDIENCE",
      description = "What Google STS would be asked for; else the provider's name.")
  private @Nullable String audience;

  @Option(
      names = "--bindings",
      paramLabel = "FILE",
      description = "An IAM policy: whether it grants the principal anything; 1 when not.")
  private @Nullable String bindings;

  @Option(names = "--jwks", paramLabel = "FILE", description = GivenKeys.DESCRIPTION)
  private @Nullable String jwks;

  @Option(names = "--at", paramLabel = "TIME", description = At.DESCRIPTION)
  private @Nullable String at;

  PoolCheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Input.once(token, provider, bindings, jwks);
    Token presented = Input.token(context.terminal(), token);
    PoolReport report =
        PoolCheck.of(
            new PoolQuestion(
                presented,
                provider(),
                audience,
                bindings == null ? null : policy(bindings),
                GivenKeys.check(context.terminal(), presented, jwks),
                At.instant(at, context.clock()),
                null,
                PoolQuestion.universeOf(audience)));
    if (context.json()) {
      context.terminal().json(report);
    } else {
      PoolText.print(context.terminal(), report);
    }
    return exit(report).code();
  }

  private PoolProvider provider() {
    try {
      return ProviderDocument.read(Input.text(context.terminal(), provider));
    } catch (UnreadableDocument e) {
      throw new BadInput("%s: %s".formatted(provider, e.getMessage()));
    }
  }

  private IamPolicy policy(String file) {
    try {
      return PolicyDocument.read(Input.text(context.terminal(), file));
    } catch (UnreadableDocument e) {
      throw new BadInput("%s: %s".formatted(file, e.getMessage()));
    }
  }

  /** A token that is let in and granted nothing is not as expected either. */
  private static Exit exit(PoolReport report) {
    boolean nothing =
        report.bindings() != null
            && report.bindings().stream().noneMatch(PoolReport.BindingCheck::matches);
    return nothing && report.verdict() == Verdict.ADMITTED
        ? Exit.REFUSED
        : Exit.of(report.verdict());
  }
}
