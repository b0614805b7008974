/** Google's services over the one wire: requests, and what they answer. */
@NullMarked
package dev.crosstrust.evidence.google;

import org.jspecify.annotations.NullMarked;
