/** What must exist on both sides for a route to work, and how to make what is missing. */
@NullMarked
package dev.crosstrust.setup;

import org.jspecify.annotations.NullMarked;
