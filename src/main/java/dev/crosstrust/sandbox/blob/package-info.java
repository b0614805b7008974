/** Bytes and names as the object stores of both clouds keep them. */
@NullMarked
package dev.crosstrust.sandbox.blob;

import org.jspecify.annotations.NullMarked;
