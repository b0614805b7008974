/** S3: buckets in memory, and the operations of its REST API on them. */
@NullMarked
package dev.crosstrust.sandbox.aws.s3;

import org.jspecify.annotations.NullMarked;
