/**
 * One diagnosed cause: what happened, why we think so, what to do, how sure; and how commands are
 * written that are to be pasted.
 */
@NullMarked
package dev.crosstrust.finding;

import org.jspecify.annotations.NullMarked;
