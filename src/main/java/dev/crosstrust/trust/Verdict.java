package dev.crosstrust.trust;

/** What the other cloud would answer, as far as it can be told from here. */
public enum Verdict {
  ADMITTED,
  REFUSED,
  /** Never a plain yes from partial knowledge. */
  UNDECIDED;

  /** The verdict on a token that is to be let in. */
  public static Verdict of(Ternary letIn) {
    return switch (letIn) {
      case YES -> ADMITTED;
      case NO -> REFUSED;
      case UNDECIDED -> UNDECIDED;
    };
  }
}
