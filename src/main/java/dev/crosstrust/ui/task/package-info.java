/** The one doorway between background and screen. */
@NullMarked
package dev.crosstrust.ui.task;

import org.jspecify.annotations.NullMarked;
