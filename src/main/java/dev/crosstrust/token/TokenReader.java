package dev.crosstrust.token;

import dev.crosstrust.token.Reading.Decoded;
import dev.crosstrust.token.Reading.Looks;

/** Reads any token, offline. White space around it is not part of it. */
public final class TokenReader {
  /**
   * In characters. STS takes 20 000 for a JWT; signed requests carry a session token and headers.
   */
  static final int LIMIT = 64 * 1024;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TokenReader() {}

  /** Never fails: what is no token is an answer too. */
  public static Reading read(String text) {
    try {
      return new Decoded(token(text));
    } catch (NotAToken e) {
      return e.unreadable();
    }
  }

  private static Token token(String text) throws NotAToken {
    if (text.length() > LIMIT) {
      throw new NotAToken(
          Looks.TOO_LARGE,
          "This is %d characters long; no token is longer than %d."
              .formatted(text.length(), LIMIT));
    }
    String bare = text.replace(BYTE_ORDER_MARK, "").strip();
    Shapes.refuseLookalikes(bare);
    if (SignedRequest.looksLikeOne(bare)) {
      return SignedRequest.parse(bare);
    }
    Jws jws = Jws.parse(bare);
    String claims =
        jws.unencodedPayload() ? jws.payloadPart() : JsonPart.CLAIMS.decode(jws.payloadPart());
    return new Jwt(jws, JsonPart.CLAIMS.object(claims));
  }
}
