/** How both sides are configured, read with an identity that may look. */
@NullMarked
package dev.crosstrust.inspect;

import org.jspecify.annotations.NullMarked;
