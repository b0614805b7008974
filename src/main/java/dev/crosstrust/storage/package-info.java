/** Looking into buckets with borrowed keys: the values that both clouds share. */
@NullMarked
package dev.crosstrust.storage;

import org.jspecify.annotations.NullMarked;
