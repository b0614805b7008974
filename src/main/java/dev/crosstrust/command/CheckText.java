package dev.crosstrust.command;

import dev.crosstrust.check.LocalCheck;

/** Our own check of a token, for people. */
final class CheckText {
  private CheckText() {}

  static void print(Terminal terminal, LocalCheck check) {
    terminal.line("");
    terminal.line(
        switch (check) {
          case LocalCheck.NotMade _ -> "Our own check could not be made:";
          case LocalCheck.OfTrust _, LocalCheck.OfPool _ -> "Our own check: " + word(check);
        });
    check.sources().forEach(source -> terminal.line("     " + Cells.oneLine(source)));
  }

  private static String word(LocalCheck check) {
    return switch (check.verdict()) {
      case ADMITTED -> "the token is to be admitted";
      case REFUSED -> "the token is to be refused";
      case UNDECIDED -> "it cannot be decided from here";
    };
  }
}
