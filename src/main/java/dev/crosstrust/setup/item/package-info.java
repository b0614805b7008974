/** The pieces of a set-up: there, missing or not known, each with what would make it. */
@NullMarked
package dev.crosstrust.setup.item;

import org.jspecify.annotations.NullMarked;
