package dev.crosstrust.command.check;

import dev.crosstrust.command.kit.At;
import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Input;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.signature.KeySource;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.token.signature.TokenVerifier;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The token that a check is about, and what is known of it beside the other side's documents. */
final class PresentedToken {
  @Option(
      names = "--token",
      required = true,
      paramLabel = "FILE",
      description = "The file with the token; - for standard input.")
  private String file = Input.STANDARD_INPUT;

  @Option(
      names = "--jwks",
      paramLabel = "FILE",
      description = "Check the signature against these keys of the issuer.")
  private @Nullable String jwks;

  @Option(names = "--at", paramLabel = "TIME", description = At.DESCRIPTION)
  private @Nullable String at;

  /**
   * Reads it.
   *
   * @param others files of the same command, null for those that were not given: only one of all
   *     can be standard input
   */
  Token read(Context context, @Nullable String... others) {
    Input.once(Stream.concat(Stream.of(file, jwks), Stream.of(others)).toArray(String[]::new));
    return Input.token(context.terminal(), file);
  }

  /** What the keys that were given say of its signature; unchecked where there are none. */
  SignatureCheck signature(Context context, Token token) {
    if (jwks == null) {
      return SignatureCheck.notAsked(token);
    }
    SignatureCheck check =
        TokenVerifier.verify(token, KeySource.given(Input.text(context.terminal(), jwks), jwks));
    if (check.cause() == SignatureCheck.Cause.KEYS_UNREACHABLE) {
      throw new BadInput(String.valueOf(check.reason()));
    }
    return check;
  }

  /** When it is judged. */
  Instant at(Context context) {
    return At.instant(at, context.clock());
  }
}
