package dev.crosstrust.token.signature;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.token.Jwt;

/** Where the keys come from that a token is checked against. */
public sealed interface KeySource permits GivenKeys, KeysAtAddress, IssuerKeys {
  /** The keys that may have signed this token; broken, with a sentence, where there are none. */
  Outcome<KeySet> keysFor(Jwt jwt);

  /**
   * These keys, whoever issued the token.
   *
   * @param jwks a JWK Set or a single JWK (RFC 7517), as JSON
   * @param from where it is from, for people
   */
  static KeySource given(String jwks, String from) {
    return new GivenKeys(jwks, from);
  }

  /**
   * The keys published at this address, whoever issued the token.
   *
   * @param address of a JWK Set; anything but {@code https} leaves the token unchecked
   */
  static KeySource at(Wire wire, String address) {
    return new KeysAtAddress(new PublicDocuments(wire), address);
  }

  /** The keys that the token's issuer publishes (OpenID Connect Discovery 1.0). */
  static KeySource issuer(Wire wire) {
    return new IssuerKeys(wire);
  }
}
