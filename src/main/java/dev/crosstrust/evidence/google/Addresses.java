package dev.crosstrust.evidence.google;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import java.net.URI;

/**
 * Addresses that come from files and answers: credentials are sent over TLS, or do not leave this
 * machine.
 */
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

  /** The address where a service says that it goes on, when that is at the service's own origin. */
  public static Outcome<URI> within(Wire wire, URI endpoint, String written) {
    return trusted(written)
        .then(
            address ->
                wire.isOneOrigin(address, endpoint)
                    ? Outcome.done(address)
                    : Outcome.broken(Kind.NOT_UNDERSTOOD, elsewhere(address, endpoint)));
  }

  /** Without the path, which may be a secret. */
  static String elsewhere(URI address, URI endpoint) {
    return "No credential is sent to %s: the service is at %s"
        .formatted(Origins.originOf(address), Origins.originOf(endpoint));
  }
}
