/** {@code run} and {@code routes}: saved ways to the other cloud, walked, checked and exchanged. */
@NullMarked
package dev.crosstrust.command.route;

import org.jspecify.annotations.NullMarked;
