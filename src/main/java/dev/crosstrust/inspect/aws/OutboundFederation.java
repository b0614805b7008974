package dev.crosstrust.inspect.aws;

import org.jspecify.annotations.Nullable;

/**
 * Whether an account vouches for its principals to others.
 *
 * @param issuer the account's own OIDC issuer; null while it is off
 */
public record OutboundFederation(@Nullable String issuer) {
  /** Whether tokens are given out. */
  public boolean enabled() {
    return issuer != null;
  }
}
