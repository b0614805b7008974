/** Would Google STS take a token, and as whom: the pool provider, its mapping and condition. */
@NullMarked
package dev.crosstrust.trust.google;

import org.jspecify.annotations.NullMarked;
