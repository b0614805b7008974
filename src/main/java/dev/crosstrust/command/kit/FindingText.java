package dev.crosstrust.command.kit;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings as people read them in a terminal. */
public final class FindingText {
  private FindingText() {}

  /** Each after a blank line, with all that supports it and all that mends it. */
  public static void print(Terminal terminal, List<Finding> findings) {
    findings.forEach(finding -> print(terminal, finding));
  }

  private static void print(Terminal terminal, Finding finding) {
    terminal.line("");
    terminal.line("%s %s".formatted(mark(finding.severity()), finding.title()));
    terminal.line("  %s%s".formatted(finding.id(), sureness(finding.confidence())));
    finding.because().forEach(line -> terminal.line("  because  " + line));
    fixes(terminal, finding.fix());
    if (finding.source() != null) {
      terminal.line("  source   " + finding.source());
    }
  }

  /** What to do, each with the commands that do it. */
  public static void fixes(Terminal terminal, List<Fix> fixes) {
    fixes.forEach(fix -> print(terminal, fix));
  }

  private static void print(Terminal terminal, Fix fix) {
    terminal.line("  fix      " + fix.text());
    command(terminal, fix.aws());
    command(terminal, fix.gcloud());
    command(terminal, fix.terraform());
  }

  private static void command(Terminal terminal, @Nullable String command) {
    if (command != null) {
      command.lines().forEach(line -> terminal.line("             " + line));
    }
  }

  private static String mark(Severity severity) {
    return switch (severity) {
      case ERROR -> "[x]";
      case WARNING -> "[!]";
      case INFO -> "[i]";
    };
  }

  private static String sureness(Confidence confidence) {
    return confidence == Confidence.CERTAIN ? "" : " (" + Json.word(confidence) + ")";
  }
}
