package dev.crosstrust.command.check;

import dev.crosstrust.command.kit.Cells;
import dev.crosstrust.command.kit.FindingText;
import dev.crosstrust.command.kit.Json;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.google.PoolReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Google side's check, as people read it in a terminal. */
final class PoolText {
  private PoolText() {}

  static void print(Terminal terminal, PoolReport report) {
    terminal.line(Json.word(report.verdict()));
    terminal.line("");
    compare(terminal, "audience ", report.audience());
    compare(terminal, "issuer   ", report.issuer());
    terminal.line(
        "signature  %s%s"
            .formatted(
                Json.word(report.signature().status()),
                report.signature().reason() == null ? "" : ": " + report.signature().reason()));
    condition(terminal, report.condition());
    terminal.line("");
    report.attributes().forEach((name, value) -> line(terminal, "%s = %s".formatted(name, value)));
    if (report.subjectBytes() != null) {
      terminal.line("    google.subject has %d bytes of 127".formatted(report.subjectBytes()));
    }
    report.principals().forEach(principal -> line(terminal, principal));
    bindings(terminal, report.bindings());
    FindingText.print(terminal, report.findings());
  }

  private static void compare(Terminal terminal, String name, PoolReport.Comparison comparison) {
    if (comparison.result() == Match.UNCHECKED) {
      return;
    }
    line(terminal, "%s  %s".formatted(name, Json.word(comparison.result())));
    line(terminal, "    wants " + String.join(" or ", comparison.expected()));
    line(
        terminal,
        "    has   " + (comparison.has().isEmpty() ? "-" : String.join(" and ", comparison.has())));
  }

  private static void condition(Terminal terminal, PoolReport.Condition condition) {
    String result = condition.result() == null ? "unknown" : condition.result().toString();
    line(
        terminal,
        condition.expression().isEmpty()
            ? "condition  none"
            : "condition  %s: %s".formatted(result, condition.expression()));
    condition.because().forEach(because -> line(terminal, "    " + because));
  }

  private static void bindings(
      Terminal terminal, @Nullable List<PoolReport.BindingCheck> bindings) {
    if (bindings == null) {
      return;
    }
    terminal.line("");
    for (PoolReport.BindingCheck binding : bindings) {
      line(
          terminal,
          "%s  %s  %s"
              .formatted(
                  binding.matches() ? "hits  " : "misses", binding.role(), binding.member()));
      if (binding.because() != null) {
        line(terminal, "    " + binding.because());
      }
      if (binding.condition() != null) {
        binding.condition().because().forEach(because -> line(terminal, "    " + because));
      }
    }
  }

  private static void line(Terminal terminal, String text) {
    terminal.line(Cells.oneLine(text));
  }
}
