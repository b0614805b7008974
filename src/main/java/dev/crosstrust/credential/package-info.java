/** Short-lived keys with a visible expiry. */
@NullMarked
package dev.crosstrust.credential;

import org.jspecify.annotations.NullMarked;
