/** Our few controls, and what every screen is made of. */
@NullMarked
package dev.crosstrust.ui.kit;

import org.jspecify.annotations.NullMarked;
