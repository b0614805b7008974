/** {@code trust check} and {@code pool check}: what the other side makes of a token, offline. */
@NullMarked
package dev.crosstrust.command.check;

import org.jspecify.annotations.NullMarked;
