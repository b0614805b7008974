package dev.crosstrust.sandbox.wire;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.Optional;

/** The public keys of token issuers, as a cloud finds them through an issuer's discovery. */
@FunctionalInterface
public interface IssuerKeys {
  /**
   * The key set of an issuer.
   *
   * @param issuer the {@code iss} claim, for example {@code https://accounts.google.com}
   * @return empty when the issuer cannot be reached
   */
  Optional<JWKSet> of(String issuer);
}
