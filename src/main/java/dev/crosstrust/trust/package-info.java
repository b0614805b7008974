/**
 * Would the other cloud accept this token? Decided here, from documents and without a call: yes, no
 * or not to be told from here.
 */
@NullMarked
package dev.crosstrust.trust;

import org.jspecify.annotations.NullMarked;
