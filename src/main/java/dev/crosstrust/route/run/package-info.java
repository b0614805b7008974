/** A run of a route, as a value that grows: its stages in order, its legs, what stopped it. */
@NullMarked
package dev.crosstrust.route.run;

import org.jspecify.annotations.NullMarked;
