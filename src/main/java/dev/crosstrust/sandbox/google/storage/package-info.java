/** Cloud Storage: its JSON API over buckets in memory, with uniform or fine-grained access. */
@NullMarked
package dev.crosstrust.sandbox.google.storage;

import org.jspecify.annotations.NullMarked;
