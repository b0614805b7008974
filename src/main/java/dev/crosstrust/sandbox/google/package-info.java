/** The Google half: accounts and keys, tokens, and the documents by which others verify them. */
@NullMarked
package dev.crosstrust.sandbox.google;

import org.jspecify.annotations.NullMarked;
