package dev.crosstrust.trust;

/** How one part of what a document wants compares with what the token says. */
public enum Match {
  MATCH,
  MISMATCH,
  /** The token does not say it. */
  ABSENT,
  /** It cannot be decided from here. */
  UNKNOWN,
  /** The document does not ask for it, or nobody looked. */
  UNCHECKED
}
