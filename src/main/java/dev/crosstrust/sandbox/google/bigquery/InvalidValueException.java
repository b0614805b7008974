package dev.crosstrust.sandbox.google.bigquery;

/** A value that its column does not take; the message is BigQuery's. */
final class InvalidValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidValueException(String message) {
    super(message, null, false, false);
  }
}
