/** The door, and the one place that builds everything. */
@NullMarked
package dev.crosstrust;

import org.jspecify.annotations.NullMarked;
