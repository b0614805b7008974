/** Looking into Google Cloud Storage with borrowed tokens. */
@NullMarked
package dev.crosstrust.storage.google;

import org.jspecify.annotations.NullMarked;
