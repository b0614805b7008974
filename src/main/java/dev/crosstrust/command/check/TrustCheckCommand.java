package dev.crosstrust.command.check;

import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.token.Token;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.ProvidersDocument;
import dev.crosstrust.trust.aws.RoleArn;
import dev.crosstrust.trust.aws.RoleDocument;
import dev.crosstrust.trust.aws.TrustCheck;
import dev.crosstrust.trust.aws.TrustQuestion;
import dev.crosstrust.trust.aws.TrustReport;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The AWS side's check of a token, made here and without a call. */
@Command(
    name = "check",
    description = "Would AWS STS let this token into the role? Decided offline.")
final class TrustCheckCommand implements Callable<Integer> {
  private final Context context;

  @Mixin private final PresentedToken token = new PresentedToken();

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description =
          "The role's trust policy, or what `aws iam get-role` prints; - for standard input.")
  private String policy = "";

  @Option(
      names = "--role-arn",
      paramLabel = "ARN",
      description = "The role that is asked for; a token may be for certain roles only.")
  private @Nullable String role;

  @Option(
      names = "--providers",
      paramLabel = "FILE",
      description =
          "The account's IAM OIDC providers: a JSON list of what `aws iam"
              + " get-open-id-connect-provider` prints (Url, ClientIDList).")
  private @Nullable String providers;

  TrustCheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Token presented = token.read(context, policy, providers);
    TrustReport report = Documents.read(context, policy, text -> report(presented, text));
    if (context.json()) {
      context.terminal().json(report);
    } else {
      TrustText.print(context.terminal(), presented, report);
    }
    return Exit.of(report.verdict()).code();
  }

  private TrustReport report(Token presented, String text) throws UnreadableDocument {
    Optional<RoleDocument> whole = RoleDocument.in(text);
    return TrustCheck.of(
        new TrustQuestion(
            presented,
            whole.map(RoleDocument::policy).orElse(text),
            asked(whole),
            providers == null ? null : Documents.read(context, providers, ProvidersDocument::read),
            token.signature(context, presented),
            token.at(context),
            Map.of()));
  }

  /** As it was named, else as the document names it. */
  private @Nullable String asked(Optional<RoleDocument> whole) {
    if (role == null) {
      return whole.map(RoleDocument::arn).orElse(null);
    }
    if (RoleArn.of(role).isEmpty()) {
      throw new BadInput("--role-arn: %s is not the ARN of a role".formatted(role));
    }
    return role;
  }
}
