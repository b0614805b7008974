/** The tab Set up of a route: what must exist on both sides, and how to make what is missing. */
@NullMarked
package dev.crosstrust.ui.routes.setup;

import org.jspecify.annotations.NullMarked;
