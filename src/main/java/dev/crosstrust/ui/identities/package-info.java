/** Who this machine can be, at both clouds, and what is wrong with each. */
@NullMarked
package dev.crosstrust.ui.identities;

import org.jspecify.annotations.NullMarked;
