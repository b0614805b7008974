/** {@code credentials}: a route's keys of the moment, for another program. */
@NullMarked
package dev.crosstrust.command.credential;

import org.jspecify.annotations.NullMarked;
