/** What a token means and what is wrong with it: claims explained, findings, two compared. */
@NullMarked
package dev.crosstrust.token.lens;

import org.jspecify.annotations.NullMarked;
