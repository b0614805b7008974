/** The road from one identity to the other cloud, as data: two kinds of it, and their steps. */
@NullMarked
package dev.crosstrust.route;

import org.jspecify.annotations.NullMarked;
