/** Tables, and rows for them: what was typed, held against a schema. */
@NullMarked
package dev.crosstrust.storage.table;

import org.jspecify.annotations.NullMarked;
