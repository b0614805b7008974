/** Google's tokens for an identity of this machine: ID tokens as subject tokens, access tokens. */
@NullMarked
package dev.crosstrust.exchange.google;

import org.jspecify.annotations.NullMarked;
