/** The recording transport as Google's libraries want it. */
@NullMarked
package dev.crosstrust.evidence.google;

import org.jspecify.annotations.NullMarked;
