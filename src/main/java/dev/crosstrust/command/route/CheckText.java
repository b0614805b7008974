package dev.crosstrust.command.route;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.command.kit.Terminal;

/** Our own check of a token, for people. */
final class CheckText {
  private CheckText() {}

  static void print(Terminal terminal, LocalCheck check) {
    terminal.line("");
    terminal.line(
        switch (check) {
          case LocalCheck.NotMade _ -> "Our own check could not be made:";
          case LocalCheck.OfTrust _, LocalCheck.OfPool _ ->
              "Our own check of the token: " + word(check);
        });
    check.sources().forEach(source -> terminal.line("     " + source));
  }

  private static String word(LocalCheck check) {
    return switch (check.verdict()) {
      case ADMITTED -> "it would be admitted";
      case REFUSED -> "it would be refused";
      case UNDECIDED -> "it cannot be told from here";
    };
  }
}
