/** Clocks that differ: measured from the services' answers, and read from what they say. */
@NullMarked
package dev.crosstrust.diagnosis.clock;

import org.jspecify.annotations.NullMarked;
