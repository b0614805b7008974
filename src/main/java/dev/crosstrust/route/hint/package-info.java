/** What a machine's files suggest for a new route, and the route proposed from it. */
@NullMarked
package dev.crosstrust.route.hint;

import org.jspecify.annotations.NullMarked;
