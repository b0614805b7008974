package dev.crosstrust.sandbox.google.token;

import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.account.RandomText;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** The access tokens handed out. Safe for many threads. */
public final class AccessTokens {
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<String, AccessToken> byValue = new ConcurrentHashMap<>();

  public AccessTokens(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** Hands out a new token. */
  public AccessToken issue(
      Principal holder, String audience, List<String> scopes, Duration lifetime) {
    byValue.values().removeIf(this::isExpired);
    AccessToken token =
        new AccessToken(
            "ya29." + RandomText.base64Url(random, 160),
            holder,
            audience,
            List.copyOf(scopes),
            clock.instant().plus(lifetime));
    byValue.put(token.value(), token);
    return token;
  }

  /** A token that was handed out and has not expired. */
  public Optional<AccessToken> find(String value) {
    return Optional.ofNullable(byValue.get(value)).filter(token -> !isExpired(token));
  }

  private boolean isExpired(AccessToken token) {
    return !clock.instant().isBefore(token.expires());
  }
}
