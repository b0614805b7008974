/** Looking into Amazon S3 with borrowed keys. */
@NullMarked
package dev.crosstrust.storage.aws;

import org.jspecify.annotations.NullMarked;
