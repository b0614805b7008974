package dev.crosstrust.command;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.Run;

/** A run leg by leg as it happens, for people. */
final class RunText {
  private final Terminal terminal;
  private boolean started;
  private int printed;

  RunText(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints what has come; a leg waits for its judgement until the next one begins. */
  void grown(Run run) {
    Identity identity = run.identity();
    if (!started && identity != null) {
      started = true;
      terminal.line(
          "%s  %s (%s)".formatted(run.route(), Cells.orDash(identity.principal()), identity.id()));
    }
    while (printed < run.legs().size() - 1) {
      print(run.legs().get(printed++));
    }
  }

  void ended(Run run) {
    while (printed < run.legs().size()) {
      print(run.legs().get(printed++));
    }
    FindingText.print(terminal, run.findings());
    terminal.line("");
    terminal.line(verdict(run));
  }

  private void print(Leg leg) {
    terminal.line(
        "%-4s %-16s %-40s %s  %d ms"
            .formatted(
                mark(leg),
                leg.name(),
                leg.service() + ":" + leg.operation(),
                answer(leg),
                leg.millis()));
    if (leg.said() != null) {
      terminal.line("     " + leg.said());
    }
  }

  private static String answer(Leg leg) {
    String status = leg.status() == null ? "no answer" : leg.status().toString();
    if (leg.expected() == null) {
      return status;
    }
    String wanted = leg.expected() == Expectation.ALLOWED ? "allowed" : "denied";
    return Boolean.TRUE.equals(leg.asExpected())
        ? status + " " + wanted + ", as expected"
        : status + ", expected to be " + wanted;
  }

  private static String mark(Leg leg) {
    boolean fine = leg.asExpected() == null ? leg.outcome() == Leg.Result.DONE : leg.asExpected();
    return fine ? "[ok]" : "[x]";
  }

  private static String verdict(Run run) {
    return switch (run.outcome()) {
      case DONE ->
          run.asExpected() ? "Done: everything as expected." : "Done, but not as expected.";
      case REFUSED -> "Refused.";
      case BROKEN -> "Broken: there is no answer to judge.";
      case CANCELLED, RUNNING -> "Cancelled.";
    };
  }
}
