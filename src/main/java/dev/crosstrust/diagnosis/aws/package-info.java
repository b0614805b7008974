/** What AWS's answers mean: its STS, S3, refusals by policy and local profiles. */
@NullMarked
package dev.crosstrust.diagnosis.aws;

import org.jspecify.annotations.NullMarked;
