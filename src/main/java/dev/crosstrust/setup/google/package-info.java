/** The pieces at Google, and a careful look at whom its policies name. */
@NullMarked
package dev.crosstrust.setup.google;

import org.jspecify.annotations.NullMarked;
