/** The windows: views of the same values that the command line prints. */
@NullMarked
package dev.crosstrust.ui;

import org.jspecify.annotations.NullMarked;
