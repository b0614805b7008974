/** Where the window works: on this machine, or on sandbox clouds that it started. */
@NullMarked
package dev.crosstrust.ui.workplace;

import org.jspecify.annotations.NullMarked;
