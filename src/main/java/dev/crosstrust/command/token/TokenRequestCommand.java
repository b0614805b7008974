package dev.crosstrust.command.token;

import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Unfinished;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.exchange.aws.AwsSubjectTokens;
import dev.crosstrust.exchange.aws.Consent;
import dev.crosstrust.exchange.google.GoogleTokens;
import dev.crosstrust.exchange.google.IdTokenRequest;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.token.TokenReader;
import dev.crosstrust.token.lens.TokenReport;
import dev.crosstrust.token.signature.SignatureCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks for a subject token. */
@Command(name = "request", description = "Ask for a subject token and print its claims.")
final class TokenRequestCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = "--identity",
      required = true,
      paramLabel = "ID",
      description = "Who asks, as `crosstrust identities` names it.")
  private String identity = "";

  @Option(
      names = "--audience",
      paramLabel = "A",
      description = "Whom the token is for; for AWS: sts.amazonaws.com.")
  private List<String> audiences = new ArrayList<>();

  @Option(
      names = "--impersonate",
      paramLabel = "SA",
      description = "The service account to act as; with commas: delegates first.")
  private @Nullable String impersonate;

  @Mixin private AwsTokenOptions aws = new AwsTokenOptions();

  @Option(names = "--reveal", description = "Print the raw token instead, for a pipe.")
  private boolean reveal;

  TokenRequestCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Surroundings surroundings = context.surroundings();
    boolean isAws = identity.startsWith("aws:") || identity.equals(AwsIdentities.ENVIRONMENT);
    if (!isAws && aws.given()) {
      throw new BadInput(
          "--duration, --algorithm, --tag and --signed-request are for AWS identities, not for "
              + identity);
    }
    Recorder recorder = new Recorder();
    try (Wire wire = surroundings.wire(recorder)) {
      Outcome<SubjectToken> asked =
          isAws ? ofAws(surroundings, wire) : ofGoogle(surroundings, wire);
      return switch (asked) {
        case Outcome.Done<SubjectToken>(SubjectToken token) -> print(token);
        case Outcome.Refused<SubjectToken> _, Outcome.Broken<SubjectToken> _ ->
            Unfinished.report(context, asked, recorder.legs());
      };
    }
  }

  private Outcome<SubjectToken> ofAws(Surroundings surroundings, Wire wire) {
    if (impersonate != null) {
      throw new BadInput("--impersonate is for Google identities, not for " + identity);
    }
    AwsIdentity who =
        new AwsIdentities(surroundings.machine(), surroundings.clock())
            .find(identity)
            .orElseThrow(this::nobody);
    AwsSubjectTokens tokens =
        new AwsSubjectTokens(wire, surroundings.machine(), surroundings.clock(), Consent.NONE);
    return aws.ask(tokens, who, audiences);
  }

  private Outcome<SubjectToken> ofGoogle(Surroundings surroundings, Wire wire) {
    GoogleIdentity who =
        new GoogleIdentities(surroundings.machine()).find(identity).orElseThrow(this::nobody);
    return new GoogleTokens(wire, surroundings.machine(), surroundings.clock())
        .idToken(who, new IdTokenRequest(audience(), chain(), false));
  }

  private BadInput nobody() {
    return BadInput.nobody(identity);
  }

  private String audience() {
    if (audiences.size() > 1) {
      throw new BadInput("a Google ID token has one audience; give --audience once");
    }
    return audiences.isEmpty() ? "" : audiences.getFirst();
  }

  private List<String> chain() {
    List<String> chain =
        impersonate == null ? List.of() : List.of(impersonate.strip().split("\\s*,\\s*", -1));
    if (chain.contains("")) {
      throw new BadInput("--impersonate names an empty account: \"%s\"".formatted(impersonate));
    }
    return chain;
  }

  private int print(SubjectToken token) {
    String raw = token.value().reveal();
    return switch (TokenReader.read(raw)) {
      case Reading.Decoded _ when reveal -> {
        context.terminal().line(raw);
        yield Exit.OK.code();
      }
      case Reading.Decoded(var read) -> {
        TokenReport report =
            TokenReport.of(read, SignatureCheck.notAsked(read), context.clock().instant());
        if (context.json()) {
          context.terminal().json(report);
        } else {
          TokenText.print(context.terminal(), report);
        }
        yield Exit.OK.code();
      }
      case Reading.Unreadable unreadable -> {
        context.terminal().note("what came is no token: " + unreadable.sentence());
        yield Exit.UNDECIDED.code();
      }
    };
  }
}
