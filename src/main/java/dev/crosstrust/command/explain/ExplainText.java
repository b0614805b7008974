package dev.crosstrust.command.explain;

import dev.crosstrust.command.kit.FindingText;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.denial.Denial;
import dev.crosstrust.diagnosis.Explained;
import org.jspecify.annotations.Nullable;

/** What a text says, as people read it in a terminal. */
final class ExplainText {
  private ExplainText() {}

  static void print(Terminal terminal, Explained explained) {
    row(terminal, "service", explained.service());
    row(terminal, "operation", explained.operation());
    row(terminal, "status", explained.status());
    row(terminal, "code", explained.code());
    if (explained.denial() != null) {
      print(terminal, explained.denial());
    }
    if (explained.findings().isEmpty()) {
      unknown(terminal, explained);
    }
    FindingText.print(terminal, explained.findings());
  }

  /** What else to paste is what the answer is read from. */
  private static void unknown(Terminal terminal, Explained explained) {
    terminal.line("Nothing in this text is known here.");
    if (explained.code() == null && explained.status() == null) {
      terminal.line(
          "Paste more of it: the service's own sentence, its code (AccessDenied, invalid_grant) or"
              + " status, and the lines around them.");
    } else {
      terminal.line(
          "An answer is in it, and its sentence is missing or says something else than the two"
              + " clouds do. Paste the whole answer, or the entry of the audit log for this call.");
    }
  }

  private static void print(Terminal terminal, Denial denial) {
    row(terminal, "principal", denial.principal());
    row(terminal, "action", denial.action());
    row(terminal, "permission", denial.permission());
    row(terminal, "resource", denial.resource());
    row(terminal, "policy", denial.policyType() == null ? null : denial.policyType().text());
    row(terminal, "", denial.policyArn());
  }

  private static void row(Terminal terminal, String name, @Nullable Object value) {
    if (value != null) {
      terminal.line("%-10s %s".formatted(name, value.toString()));
    }
  }
}
