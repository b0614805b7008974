/** Looking into Google Cloud Storage and BigQuery with borrowed tokens. */
@NullMarked
package dev.crosstrust.storage.google;

import org.jspecify.annotations.NullMarked;
