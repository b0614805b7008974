package dev.crosstrust.command.route;

import dev.crosstrust.command.kit.Cells;
import dev.crosstrust.command.kit.FindingText;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.run.Run;
import java.util.List;

/** A run leg by leg as it happens, for people. */
final class RunText {
  private final Terminal terminal;
  private boolean started;
  private int printed;

  RunText(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints what has come; a leg waits until it is known what it came to. */
  void grown(Run run) {
    Identity identity = run.identity();
    if (!started && identity != null) {
      started = true;
      terminal.line(
          "%s  %s (%s)".formatted(run.route(), Cells.orDash(identity.principal()), identity.id()));
    }
    printTo(run, settled(run));
  }

  void ended(Run run) {
    printTo(run, run.legs().size());
    if (run.check() != null) {
      CheckText.print(terminal, run.check());
    }
    FindingText.print(terminal, run.findings());
    terminal.line("");
    terminal.line(verdict(run));
  }

  /**
   * How many legs are known to the end. On the way to the credentials it is those that another
   * follows; of the steps, which may make calls around their own, those up to the last of which it
   * is said what it came to.
   */
  private static int settled(Run run) {
    List<Leg> legs = run.legs();
    int settled = legs.size();
    while (settled > 0 && legs.get(settled - 1).said() == null) {
      settled--;
    }
    return run.credentials() == null ? Math.max(settled, legs.size() - 1) : settled;
  }

  private void printTo(Run run, int end) {
    while (printed < end) {
      print(run.legs().get(printed++));
    }
  }

  private void print(Leg leg) {
    terminal.line(
        "%-4s %-18s %-38s %s  %d ms"
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
    String status = leg.status() == null ? unanswered(leg) : leg.status().toString();
    if (leg.expected() == null) {
      return status;
    }
    String wanted = leg.expected() == Expectation.ALLOWED ? "allowed" : "denied";
    return Boolean.TRUE.equals(leg.asExpected())
        ? status + " " + wanted + ", as expected"
        : status + ", expected to be " + wanted;
  }

  /** What was signed here was sent to nobody. */
  private static String unanswered(Leg leg) {
    return leg.outcome() == Leg.Result.DONE ? "signed" : "no answer";
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
      case CANCELLED, RUNNING, CHECKING -> "Cancelled.";
    };
  }
}
