/** {@code ls} and {@code cp}: storage with the keys that a route leads to. */
@NullMarked
package dev.crosstrust.command.storage;

import org.jspecify.annotations.NullMarked;
