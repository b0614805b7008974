/** What the Google half hands out, and the keys it signs with. */
@NullMarked
package dev.crosstrust.sandbox.google.token;

import org.jspecify.annotations.NullMarked;
