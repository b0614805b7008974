package dev.crosstrust.command.check;

import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Input;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.signature.KeySource;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.token.signature.TokenVerifier;
import org.jspecify.annotations.Nullable;

/** Keys of an issuer in a file, for commands that make no call. */
final class GivenKeys {
  static final String DESCRIPTION = "Check the signature against these keys of the issuer.";

  private GivenKeys() {}

  /**
   * What they say of a token's signature.
   *
   * @param jwks the file; null for none, which leaves the signature unchecked
   */
  static SignatureCheck check(Terminal terminal, Token token, @Nullable String jwks) {
    if (jwks == null) {
      return SignatureCheck.notAsked(token);
    }
    SignatureCheck check =
        TokenVerifier.verify(token, KeySource.given(Input.text(terminal, jwks), jwks));
    if (check.cause() == SignatureCheck.Cause.KEYS_UNREACHABLE) {
      throw new BadInput(String.valueOf(check.reason()));
    }
    return check;
  }
}
