package dev.crosstrust.finding;

/** How much a finding stands in the way. */
public enum Severity {
  ERROR,
  WARNING,
  INFO
}
