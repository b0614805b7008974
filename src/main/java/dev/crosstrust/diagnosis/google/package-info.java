/** What Google's answers mean: its STS, pools, Cloud Storage, BigQuery and local sign-ins. */
@NullMarked
package dev.crosstrust.diagnosis.google;

import org.jspecify.annotations.NullMarked;
