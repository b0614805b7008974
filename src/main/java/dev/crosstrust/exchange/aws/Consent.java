package dev.crosstrust.exchange.aws;

/** What the user has allowed for one request. */
public enum Consent {
  /** Nothing out of the ordinary: programs that a profile names are not run. */
  NONE,
  /** The program that the profile names may be run, after it was shown. */
  RUN_PROGRAM
}
