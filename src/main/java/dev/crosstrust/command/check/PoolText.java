package dev.crosstrust.command.check;

import dev.crosstrust.command.kit.FindingText;
import dev.crosstrust.command.kit.Json;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.token.GoogleSubject;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.google.PoolReport;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Google side's check, as people read it in a terminal. */
final class PoolText {
  /** Who else enters is no reason for anything. */
  private static final Set<String> OPEN =
      Set.of(
          "google.condition-missing",
          "google.condition-exploitable",
          "google.condition-prefix-wide");

  private PoolText() {}

  static void print(Terminal terminal, PoolReport report) {
    terminal.line(answer(report));
    terminal.line("");
    compare(terminal, "audience ", report.audience());
    compare(terminal, "issuer   ", report.issuer());
    terminal.line("signature  " + signature(report.signature()));
    if (!report.principals().isEmpty()) {
      condition(terminal, report.condition());
      terminal.line("");
      report
          .attributes()
          .forEach((name, value) -> terminal.line(attribute(name, value, report.subjectBytes())));
      report.principals().forEach(principal -> terminal.line(principal));
    }
    bindings(terminal, report.bindings());
    FindingText.print(terminal, report.findings());
  }

  /** Yes or no, and the one thing that stands in the way. */
  private static String answer(PoolReport report) {
    String why =
        report.findings().stream()
            .filter(it -> !OPEN.contains(it.id()))
            .map(it -> ": " + it.title())
            .findFirst()
            .orElse("");
    return switch (report.verdict()) {
      case ADMITTED ->
          report.isGrantedNothing() ? "admitted, and granted nothing" + why : "admitted";
      case REFUSED, UNDECIDED -> Json.word(report.verdict()) + why;
    };
  }

  private static String signature(SignatureCheck check) {
    String word =
        check.status() == SignatureCheck.Status.UNCHECKED
            ? "not checked"
            : Json.word(check.status());
    return check.reason() == null || check.cause() == SignatureCheck.Cause.NOT_ASKED
        ? word
        : "%s: %s".formatted(word, check.reason());
  }

  private static String attribute(String name, Object value, @Nullable Integer subjectBytes) {
    String text = "%s = %s".formatted(name, value);
    return subjectBytes != null && name.equals("google.subject")
        ? "%s (%d of %d bytes)".formatted(text, subjectBytes, GoogleSubject.LONGEST_BYTES)
        : text;
  }

  private static void compare(Terminal terminal, String name, PoolReport.Comparison comparison) {
    if (comparison.result() == Match.UNCHECKED) {
      return;
    }
    terminal.line("%s  %s".formatted(name, Json.word(comparison.result())));
    values(terminal, "wants ", "or    ", wanted(comparison.expected()));
    values(terminal, "has   ", "and   ", comparison.has());
  }

  /** A provider's own name is long, and taken in two forms. */
  private static List<String> wanted(List<String> expected) {
    return expected.stream()
        .map(
            value -> value.equals("https:" + expected.getFirst()) ? "the same after https:" : value)
        .toList();
  }

  private static void values(Terminal terminal, String first, String more, List<String> values) {
    String before = first;
    for (String value : values.isEmpty() ? List.of("-") : values) {
      terminal.line("    " + before + value);
      before = more;
    }
  }

  private static void condition(Terminal terminal, PoolReport.Condition condition) {
    Boolean given = condition.result();
    String result = condition.failed() ? "error" : given == null ? "unknown" : given.toString();
    terminal.line(
        condition.expression().isEmpty()
            ? "condition  none"
            : "condition  %s: %s".formatted(result, condition.expression()));
    condition.because().forEach(because -> terminal.line("    " + because));
  }

  private static void bindings(
      Terminal terminal, @Nullable List<PoolReport.BindingCheck> bindings) {
    if (bindings == null) {
      return;
    }
    terminal.line("");
    for (PoolReport.BindingCheck binding : bindings) {
      terminal.line(
          "%s  %s  %s"
              .formatted(
                  binding.matches() ? "hits  " : "misses", binding.role(), binding.member()));
      if (binding.because() != null) {
        terminal.line("    " + binding.because());
      }
      if (binding.condition() != null) {
        binding.condition().because().forEach(because -> terminal.line("    " + because));
      }
    }
  }
}
