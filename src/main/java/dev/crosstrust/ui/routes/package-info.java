/** The screen Routes: choose a saved route, run it, and look at each call it made. */
@NullMarked
package dev.crosstrust.ui.routes;

import org.jspecify.annotations.NullMarked;
