package dev.crosstrust.command.kit;

import dev.crosstrust.trust.Verdict;

/** The exit codes of the contract. */
public enum Exit {
  /** Done and as expected. */
  OK(0),
  /** Refused, mismatched or not as expected: the answer is on standard output. */
  REFUSED(1),
  /** Bad usage or bad input: one sentence on standard error. */
  BAD_INPUT(2),
  /** Could not be decided or reached. */
  UNDECIDED(3),
  /** Ended by the user. */
  CANCELLED(130);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  /** Of a check of a token. */
  public static Exit of(Verdict verdict) {
    return switch (verdict) {
      case ADMITTED -> OK;
      case REFUSED -> REFUSED;
      case UNDECIDED -> UNDECIDED;
    };
  }

  public int code() {
    return code;
  }
}
