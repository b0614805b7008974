package dev.crosstrust.command.route;

import dev.crosstrust.command.kit.FindingText;
import dev.crosstrust.command.kit.Json;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.setup.item.SetupItem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The pieces of a set-up as people read them in a terminal. */
final class SetupText {
  private SetupText() {}

  static void print(Terminal terminal, SetupItem item) {
    terminal.line("%s %s".formatted(mark(item.state()), item.item()));
    terminal.line("    " + item.because());
    FindingText.fixes(terminal, item.fix());
  }

  static void sum(Terminal terminal, List<SetupItem> items) {
    terminal.line("");
    terminal.line(
        Arrays.stream(SetupItem.State.values())
                .map(
                    state ->
                        "%d %s"
                            .formatted(
                                items.stream().filter(item -> item.state() == state).count(),
                                Json.word(state)))
                .collect(Collectors.joining(", "))
            + ".");
  }

  private static String mark(SetupItem.State state) {
    return switch (state) {
      case PRESENT -> "[ok]";
      case MISSING -> "[x] ";
      case UNKNOWN -> "[?] ";
    };
  }
}
