package dev.crosstrust.token.signature;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.token.Jws;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.SignedRequest;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.signature.SignatureCheck.Cause;

/** Checks a token's signature (RFC 7515, 5.2). Its times are not looked at. */
public final class TokenVerifier {
  private TokenVerifier() {}

  /** Never fails: what cannot be checked is an answer too. */
  public static SignatureCheck verify(Token token, KeySource keys) {
    return switch (token) {
      case SignedRequest request -> SignatureCheck.onlyAws(request);
      case Jwt jwt when jwt.jws().unsigned() -> SignatureCheck.unsigned(jwt.jws());
      case Jwt jwt ->
          switch (keys.keysFor(jwt)) {
            case Outcome.Done<KeySet>(KeySet set) -> check(jwt.jws(), set);
            case Outcome.Refused<KeySet>(var refusal) ->
                SignatureCheck.unchecked(jwt.jws(), Cause.KEYS_UNREACHABLE, refusal.message());
            case Outcome.Broken<KeySet>(var breakage) ->
                SignatureCheck.unchecked(jwt.jws(), Cause.KEYS_UNREACHABLE, breakage.message());
          };
    };
  }

  static SignatureCheck check(Jws jws, KeySet set) {
    if (jws.unsigned()) {
      return SignatureCheck.unsigned(jws);
    }
    if (jws.header().has("b64")) {
      return SignatureCheck.invalid(
          jws, Cause.HEADER_REFUSED, "A JWT must not use `b64` (RFC 7797, 7).");
    }
    if (jws.header().has("crit")) {
      return SignatureCheck.invalid(
          jws,
          Cause.HEADER_REFUSED,
          "The header makes extensions critical that are not understood here (RFC 7515, 4.1.11).");
    }
    return switch (KeyChoice.of(jws, set)) {
      case KeyChoice.None(SignatureCheck check) -> check;
      case KeyChoice.Chosen chosen -> Mathematics.check(jws, chosen);
    };
  }
}
