package dev.crosstrust.command.check;

import dev.crosstrust.command.kit.At;
import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Input;
import dev.crosstrust.token.Token;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.OidcProvider;
import dev.crosstrust.trust.aws.ProvidersDocument;
import dev.crosstrust.trust.aws.RoleArn;
import dev.crosstrust.trust.aws.RoleDocument;
import dev.crosstrust.trust.aws.TrustCheck;
import dev.crosstrust.trust.aws.TrustQuestion;
import dev.crosstrust.trust.aws.TrustReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The AWS side's check of a token, made here and without a call. */
@Command(
    name = "check",
    description = "Would AWS STS let this token into the role? Decided offline.")
final class TrustCheckCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = "--token",
      required = true,
      paramLabel = "FILE",
      description = "The file with the token; - for standard input.")
  private String token = Input.STANDARD_INPUT;

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
      description = "The account's IAM OIDC providers: a JSON list of Url and ClientIDList.")
  private @Nullable String providers;

  @Option(names = "--jwks", paramLabel = "FILE", description = GivenKeys.DESCRIPTION)
  private @Nullable String jwks;

  @Option(names = "--at", paramLabel = "TIME", description = At.DESCRIPTION)
  private @Nullable String at;

  TrustCheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Input.once(token, policy, providers, jwks);
    Token presented = Input.token(context.terminal(), token);
    TrustReport report = report(presented);
    if (context.json()) {
      context.terminal().json(report);
    } else {
      TrustText.print(context.terminal(), presented, report);
    }
    return Exit.of(report.verdict()).code();
  }

  private TrustReport report(Token presented) {
    try {
      String text = Input.text(context.terminal(), policy);
      Optional<RoleDocument> whole = RoleDocument.in(text);
      return TrustCheck.of(
          new TrustQuestion(
              presented,
              whole.map(RoleDocument::policy).orElse(text),
              asked(whole),
              providers == null ? null : registered(providers),
              GivenKeys.check(context.terminal(), presented, jwks),
              At.instant(at, context.clock()),
              Map.of()));
    } catch (UnreadableDocument e) {
      throw new BadInput("%s: %s".formatted(policy, e.getMessage()));
    }
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

  private List<OidcProvider> registered(String file) {
    try {
      return ProvidersDocument.read(Input.text(context.terminal(), file));
    } catch (UnreadableDocument e) {
      throw new BadInput("%s: %s".formatted(file, e.getMessage()));
    }
  }
}
