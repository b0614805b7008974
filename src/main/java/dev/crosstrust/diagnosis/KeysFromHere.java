package dev.crosstrust.diagnosis;

import dev.crosstrust.check.LocalCheck.OfPool;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.signature.SignatureCheck;
import java.util.Optional;

/** Google had no key of an issuer whose keys were had from here. */
final class KeysFromHere {
  private static final String ID = "google.issuer-unreachable";

  private KeysFromHere() {}

  /** What that leaves; empty where the answer is another, or the keys were not had. */
  static Optional<Finding> of(Finding told, OfPool check) {
    return told.id().equals(ID)
            && check.question().provider().jwks() == null
            && check.report().signature().status() == SignatureCheck.Status.VALID
        ? Optional.of(
            Finding.error(ID, told.title())
                .because(
                    "From here its discovery document and keys were had, and the token verifies by"
                        + " them",
                    "So they are for this network alone, have a certificate that not everybody"
                        + " trusts, or were out of reach for a moment")
                .fix(
                    Fix.of("Run again: a failure of a moment is over by then"),
                    Fix.of(
                        "Fetch the discovery document from another network than this one: Google"
                            + " reads it from the public internet")))
        : Optional.empty();
  }
}
