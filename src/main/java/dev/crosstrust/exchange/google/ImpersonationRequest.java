package dev.crosstrust.exchange.google;

import java.time.Duration;
import java.util.List;

/**
 * What a service account's access token is asked for.
 *
 * @param chain delegates first, the account last
 * @param lifetime whole seconds, up to an hour; up to twelve where the organisation allows it
 * @param scopes at least one
 */
public record ImpersonationRequest(List<String> chain, Duration lifetime, List<String> scopes) {
  /** What Google gives without further settings. */
  public static final Duration AN_HOUR = Duration.ofHours(1);

  public ImpersonationRequest {
    chain = List.copyOf(chain);
    scopes = List.copyOf(scopes);
  }
}
