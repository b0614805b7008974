/**
 * Where the window works, on this machine or on sandbox clouds that it started, and what happened
 * there.
 */
@NullMarked
package dev.crosstrust.ui.workplace;

import org.jspecify.annotations.NullMarked;
