/** The screen that reads a token: pasted or asked for, explained, checked, compared. */
@NullMarked
package dev.crosstrust.ui.lens;

import org.jspecify.annotations.NullMarked;
