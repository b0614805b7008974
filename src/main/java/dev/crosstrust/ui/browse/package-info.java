/** Looking into storage with the keys that a route leads to. */
@NullMarked
package dev.crosstrust.ui.browse;

import org.jspecify.annotations.NullMarked;
