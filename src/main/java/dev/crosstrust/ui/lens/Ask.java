package dev.crosstrust.ui.lens;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.token.SubjectToken;

/** A request for a token, to be made in the background. */
interface Ask {
  Outcome<SubjectToken> make(Surroundings here, Wire wire);

  /** Whoever was chosen has gone from the files since. */
  static Outcome<SubjectToken> nobody(String identity) {
    return Outcome.broken(Kind.LOCAL, "this machine has no identity %s".formatted(identity));
  }
}
