package dev.crosstrust.diagnosis;

import java.util.List;

/** Reads a pasted text: an error, a log, the output of a command, an entry of an audit log. */
public final class Explain {
  private Explain() {}

  /** What the text says; never fails. */
  public static Explained text(String text) {
    return new Explained(null, null, null, null, null, List.of());
  }
}
