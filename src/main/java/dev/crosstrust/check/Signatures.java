package dev.crosstrust.check;

import dev.crosstrust.token.Token;
import dev.crosstrust.token.signature.KeySource;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.token.signature.TokenVerifier;
import java.util.List;

/** Checks a token's signature, and writes down by which keys. */
final class Signatures {
  private Signatures() {}

  static SignatureCheck check(Token token, KeySource keys, List<String> sources) {
    SignatureCheck check = TokenVerifier.verify(token, keys);
    String reason = check.reason() == null ? "" : ": " + check.reason();
    sources.add("Signature " + check.status().id() + reason);
    return check;
  }
}
