package dev.crosstrust.storage.table;

/**
 * One line of a dataset's listing.
 *
 * @param kind as BigQuery names it, for example {@code TABLE} or {@code VIEW}
 */
public record TableEntry(TableName name, String kind) {}
