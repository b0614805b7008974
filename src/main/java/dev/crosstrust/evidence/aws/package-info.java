/** The recording transport as the AWS SDK wants it. */
@NullMarked
package dev.crosstrust.evidence.aws;

import org.jspecify.annotations.NullMarked;
