/** The Common Expression Language as Google speaks it: mappings of claims, and conditions. */
@NullMarked
package dev.crosstrust.sandbox.google.cel;

import org.jspecify.annotations.NullMarked;
