/** The form of a route: filled from the files of this machine, checked while it is written. */
@NullMarked
package dev.crosstrust.ui.routes.form;

import org.jspecify.annotations.NullMarked;
