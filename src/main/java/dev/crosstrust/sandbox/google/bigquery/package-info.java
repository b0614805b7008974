/** BigQuery: datasets and tables, rows streamed in and read back, queries of whole tables. */
@NullMarked
package dev.crosstrust.sandbox.google.bigquery;

import org.jspecify.annotations.NullMarked;
