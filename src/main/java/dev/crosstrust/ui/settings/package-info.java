/** What the window remembers, and the screen on which people choose it. */
@NullMarked
package dev.crosstrust.ui.settings;

import org.jspecify.annotations.NullMarked;
