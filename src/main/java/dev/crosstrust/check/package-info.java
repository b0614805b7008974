/**
 * The other side's check of a token, made here before or after the other side makes it: what it is
 * configured to take is read with an identity of this machine that may, and judged by {@code
 * trust}.
 */
@NullMarked
package dev.crosstrust.check;

import org.jspecify.annotations.NullMarked;
