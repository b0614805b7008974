package dev.crosstrust.exchange.aws;

/** The signatures that AWS makes for the tokens of an account's own issuer. */
public enum SigningAlgorithm {
  /** What Google documents. */
  RS256,
  /** What Google was seen to accept through discovery, and does not document. */
  ES384
}
