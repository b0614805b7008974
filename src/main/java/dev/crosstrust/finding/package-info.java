/** One diagnosed cause: what happened, why we think so, what to do, how sure. */
@NullMarked
package dev.crosstrust.finding;

import org.jspecify.annotations.NullMarked;
