/** What everything runs on: the real machine, or the home of sandbox clouds. */
@NullMarked
package dev.crosstrust.surroundings;

import org.jspecify.annotations.NullMarked;
