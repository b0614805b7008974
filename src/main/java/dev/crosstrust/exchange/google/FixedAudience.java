package dev.crosstrust.exchange.google;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;

/** A user's ID token names the client that signed in as its audience, whatever is asked for. */
final class FixedAudience {
  private FixedAudience() {}

  /** Done when that audience is the wanted one, or none is wanted. */
  static Outcome<String> allows(String wanted, String fixed) {
    return wanted.isBlank() || wanted.equals(fixed)
        ? Outcome.done(fixed)
        : Outcome.broken(
            Kind.LOCAL,
            "A user's ID token is always for %s, never for %s: impersonate a service account"
                .formatted(fixed, wanted));
  }
}
