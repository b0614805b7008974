/** The Google half: accounts, tokens, federation, allow policies, Cloud Storage and BigQuery. */
@NullMarked
package dev.crosstrust.sandbox.google;

import org.jspecify.annotations.NullMarked;
