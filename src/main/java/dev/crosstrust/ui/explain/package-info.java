/** The screen Explain: what a pasted text means, and what a pasted policy makes of a token. */
@NullMarked
package dev.crosstrust.ui.explain;

import org.jspecify.annotations.NullMarked;
