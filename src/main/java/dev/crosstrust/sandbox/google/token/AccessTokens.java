package dev.crosstrust.sandbox.google.token;

import dev.crosstrust.sandbox.google.account.FederatedPrincipal;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.account.RandomText;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** The access tokens handed out. Safe for many threads. */
public final class AccessTokens {
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Predicate<Principal> admitted;
  private final Map<String, AccessToken> byValue = new ConcurrentHashMap<>();

  /**
   * No tokens yet.
   *
   * @param admitted whether tokens of a holder still work
   */
  public AccessTokens(InstantSource clock, RandomGenerator random, Predicate<Principal> admitted) {
    this.clock = clock;
    this.random = random;
    this.admitted = admitted;
  }

  /** Hands out a new token. */
  public AccessToken issue(
      Principal holder, String audience, List<String> scopes, Duration lifetime) {
    byValue.values().removeIf(this::isExpired);
    AccessToken token =
        new AccessToken(
            "ya29." + RandomText.base64Url(random, bytes(holder)),
            holder,
            audience,
            List.copyOf(scopes),
            clock.instant().plus(lifetime));
    byValue.put(token.value(), token);
    return token;
  }

  /** Tokens of federated principals are about a thousand characters long. */
  private static int bytes(Principal holder) {
    return holder instanceof FederatedPrincipal ? 750 : 160;
  }

  /** A token that was handed out, has not expired, and whose holder is still admitted. */
  public Optional<AccessToken> find(String value) {
    return Optional.ofNullable(byValue.get(value))
        .filter(token -> !isExpired(token) && admitted.test(token.holder()));
  }

  private boolean isExpired(AccessToken token) {
    return !clock.instant().isBefore(token.expires());
  }
}
