package dev.crosstrust.evidence.google;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import java.net.URI;

/** Addresses that come from files: credentials are sent over TLS, or do not leave this machine. */
public final class Addresses {
  private Addresses() {}

  /** The address as written, when a credential may be sent to it. */
  public static Outcome<URI> trusted(String written) {
    try {
      URI address = URI.create(written);
      boolean safe = "https".equals(address.getScheme()) && address.getHost() != null;
      boolean local = "http".equals(address.getScheme()) && Origins.isLoopback(address);
      if (safe || local) {
        return Outcome.done(address);
      }
    } catch (IllegalArgumentException e) {
      // Said below: it is not an address at all.
    }
    return Outcome.broken(
        Kind.LOCAL, "No credential is sent to %s: it is not an https address".formatted(written));
  }
}
