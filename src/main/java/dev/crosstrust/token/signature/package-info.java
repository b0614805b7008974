/**
 * Whether a token's signature is its issuer's: {@link dev.crosstrust.token.signature.TokenVerifier}
 * takes keys from a {@link dev.crosstrust.token.signature.KeySource}, {@link
 * dev.crosstrust.token.signature.KeyChoice} finds the one that may be used, {@link
 * dev.crosstrust.token.signature.Mathematics} does the rest. What the token itself says about keys
 * ({@code jku}, {@code x5u}, {@code x5c}, {@code jwk}) is never heeded.
 */
@NullMarked
package dev.crosstrust.token.signature;

import org.jspecify.annotations.NullMarked;
