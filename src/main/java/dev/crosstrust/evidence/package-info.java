/** What really went over the wire: every call one leg, redacted and timed. */
@NullMarked
package dev.crosstrust.evidence;

import org.jspecify.annotations.NullMarked;
