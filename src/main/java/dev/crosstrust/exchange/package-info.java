/** Asking for a subject token, and trading it: what both clouds' sides of that share. */
@NullMarked
package dev.crosstrust.exchange;

import org.jspecify.annotations.NullMarked;
