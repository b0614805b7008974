/** The recording transport as the AWS SDK wants it, and what its exceptions mean. */
@NullMarked
package dev.crosstrust.evidence.aws;

import org.jspecify.annotations.NullMarked;
