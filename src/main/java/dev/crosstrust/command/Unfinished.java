package dev.crosstrust.command;

import dev.crosstrust.diagnosis.Diagnosis;
import dev.crosstrust.diagnosis.Evidence;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.finding.Finding;
import java.util.List;

/** How a command ends that did not get what it asked for: with the cause, as far as it is known. */
final class Unfinished {
  private Unfinished() {}

  private record Findings(List<Finding> findings) {}

  /**
   * Prints why, and gives the exit code.
   *
   * @param outcome refused or broken
   * @param legs what was asked and answered on the way
   */
  static int report(Context context, Outcome<?> outcome, List<Leg> legs) {
    List<Finding> findings = Diagnosis.of(Evidence.of(outcome, legs));
    if (context.json()) {
      context.terminal().json(new Findings(findings));
    } else {
      FindingText.print(context.terminal(), findings);
    }
    if (outcome instanceof Outcome.Broken<?>(Breakage breakage)) {
      context.terminal().note("crosstrust: " + breakage.message());
    }
    return exit(outcome).code();
  }

  /** What it means for a script. */
  static Exit exit(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?> _ -> Exit.OK;
      case Outcome.Refused<?> _ -> Exit.REFUSED;
      case Outcome.Broken<?>(Breakage breakage) ->
          switch (breakage.kind()) {
            case UNEXPECTED_ACCOUNT -> Exit.REFUSED;
            case CANCELLED -> Exit.CANCELLED;
            case LOCAL, UNSUPPORTED -> Exit.BAD_INPUT;
            case UNREACHABLE, TIMED_OUT, NOT_UNDERSTOOD, NEEDS_SIGN_IN -> Exit.UNDECIDED;
          };
    };
  }
}
