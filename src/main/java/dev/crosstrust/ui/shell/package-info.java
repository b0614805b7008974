/** The main window: rail, status line, notices, palette, keyboard, theme. */
@NullMarked
package dev.crosstrust.ui.shell;

import org.jspecify.annotations.NullMarked;
