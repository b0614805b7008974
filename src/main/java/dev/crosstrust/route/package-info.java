/**
 * The road from one identity to the other cloud: as data, saved, imported, exported, and run leg by
 * leg.
 */
@NullMarked
package dev.crosstrust.route;

import org.jspecify.annotations.NullMarked;
