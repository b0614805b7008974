/** Who this machine can be: read from files, without starting anything. */
@NullMarked
package dev.crosstrust.identity;

import org.jspecify.annotations.NullMarked;
