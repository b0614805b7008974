package dev.crosstrust.token.signature;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.token.Jwt;

/** Keys that somebody brought along. */
record GivenKeys(String jwks, String from) implements KeySource {
  @Override
  public Outcome<KeySet> keysFor(Jwt jwt) {
    return KeySet.parse(jwks, from);
  }

  /** Secret keys may be among them. */
  @Override
  public String toString() {
    return "GivenKeys[from=%s]".formatted(from);
  }
}
