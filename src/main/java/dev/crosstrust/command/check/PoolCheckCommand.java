package dev.crosstrust.command.check;

import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.token.Token;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.google.PolicyDocument;
import dev.crosstrust.trust.google.PoolCheck;
import dev.crosstrust.trust.google.PoolQuestion;
import dev.crosstrust.trust.google.PoolReport;
import dev.crosstrust.trust.google.ProviderDocument;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The Google side's check of a token, made here and without a call. */
@Command(
    name = "check",
    description = "Would Google STS take this token, and as whom? Decided offline.")
final class PoolCheckCommand implements Callable<Integer> {
  private final Context context;

  @Mixin private final PresentedToken token = new PresentedToken();

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

  PoolCheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Token presented = token.read(context, provider, bindings);
    PoolReport report =
        PoolCheck.of(
            new PoolQuestion(
                presented,
                Documents.read(context, provider, ProviderDocument::read),
                audience,
                bindings == null ? null : Documents.read(context, bindings, PolicyDocument::read),
                token.signature(context, presented),
                token.at(context),
                null,
                PoolQuestion.universeOf(audience)));
    if (context.json()) {
      context.terminal().json(report);
    } else {
      PoolText.print(context.terminal(), report);
    }
    return exit(report).code();
  }

  /** A token that is let in and granted nothing is not as expected either. */
  private static Exit exit(PoolReport report) {
    return report.isGrantedNothing() && report.verdict() == Verdict.ADMITTED
        ? Exit.REFUSED
        : Exit.of(report.verdict());
  }
}
