/** {@code explain}: what a pasted text means, and what to do. */
@NullMarked
package dev.crosstrust.command.explain;

import org.jspecify.annotations.NullMarked;
