package dev.crosstrust.check;

import dev.crosstrust.token.Token;
import dev.crosstrust.token.signature.KeySource;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.token.signature.TokenVerifier;
import java.util.List;

/** Checks a token's signature, and writes down by which keys. */
final class Signatures {
  static final String PUBLISHED = "the keys that the issuer publishes";

  private Signatures() {}

  /**
   * Checks, while the relay has time.
   *
   * @param whose the keys, for people
   */
  static SignatureCheck check(
      Relay<?> relay, Token token, KeySource keys, String whose, List<String> sources) {
    SignatureCheck check =
        relay.over() ? SignatureCheck.notAsked(token) : TokenVerifier.verify(token, keys);
    sources.add(
        switch (check.status()) {
          case VALID -> "Signature valid, by " + whose;
          case INVALID -> "Signature not valid, by %s: %s".formatted(whose, check.reason());
          case UNCHECKED -> "Signature not checked: " + check.reason();
        });
    return check;
  }
}
