package dev.crosstrust.token.signature;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.token.Jwt;

/** Keys that somebody knows the address of; never an address out of the token. */
record KeysAtAddress(PublicDocuments documents, String address) implements KeySource {
  @Override
  public Outcome<KeySet> keysFor(Jwt jwt) {
    return documents
        .fetch("Keys", address)
        .then(text -> KeySet.parse(text, address).map(KeySet::published));
  }
}
