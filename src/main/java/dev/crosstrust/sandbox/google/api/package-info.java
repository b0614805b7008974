/** What all Google endpoints share: JSON answers, the two error envelopes, the bearer of a call. */
@NullMarked
package dev.crosstrust.sandbox.google.api;

import org.jspecify.annotations.NullMarked;
