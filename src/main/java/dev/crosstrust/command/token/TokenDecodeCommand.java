package dev.crosstrust.command.token;

import dev.crosstrust.command.kit.At;
import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Input;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.lens.TokenReport;
import dev.crosstrust.token.signature.KeySource;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.token.signature.TokenVerifier;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads any token, offline unless its issuer's keys are asked for. */
@Command(name = "decode", description = "Read any JWT or signed request and explain it.")
final class TokenDecodeCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "FILE", description = "The file with the token; - for standard input.")
  private String file = Input.STANDARD_INPUT;

  @Option(
      names = "--verify",
      description = "Check the signature against the issuer's published keys; 1 when it fails.")
  private boolean verify;

  @Option(
      names = "--jwks",
      paramLabel = "FILE|URL",
      description = "Check the signature against these keys.")
  private @Nullable String jwks;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "Judge its lifetime at this time (ISO 8601, UTC) instead of now.")
  private @Nullable String at;

  TokenDecodeCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Token token = Input.token(context.terminal(), file);
    SignatureCheck check = check(token);
    TokenReport report = TokenReport.of(token, check, At.instant(at, context.clock()));
    if (context.json()) {
      context.terminal().json(report);
    } else {
      TokenText.print(context.terminal(), report);
    }
    if (!verify && jwks == null) {
      return Exit.OK.code();
    }
    return switch (check.status()) {
      case VALID -> Exit.OK.code();
      case INVALID -> Exit.REFUSED.code();
      case UNCHECKED -> Exit.UNDECIDED.code();
    };
  }

  private SignatureCheck check(Token token) {
    if (!verify && jwks == null) {
      return SignatureCheck.notAsked(token);
    }
    try (Wire wire = context.surroundings().wire(new Recorder())) {
      KeySource keys = jwks == null ? KeySource.issuer(wire) : given(wire, jwks);
      SignatureCheck check = TokenVerifier.verify(token, keys);
      boolean noKeys = check.cause() == SignatureCheck.Cause.KEYS_UNREACHABLE;
      if (jwks != null && noKeys && !jwks.startsWith("https://")) {
        throw new BadInput(String.valueOf(check.reason()));
      }
      return check;
    }
  }

  private KeySource given(Wire wire, String from) {
    return from.startsWith("https://") || from.startsWith("http://")
        ? KeySource.at(wire, from)
        : KeySource.given(Input.text(context.terminal(), from), from);
  }
}
