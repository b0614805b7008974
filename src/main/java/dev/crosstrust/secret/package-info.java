/** Values that must never be printed, and the redaction of everything around them. */
@NullMarked
package dev.crosstrust.secret;

import org.jspecify.annotations.NullMarked;
