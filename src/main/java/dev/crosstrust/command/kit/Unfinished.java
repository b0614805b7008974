package dev.crosstrust.command.kit;

import dev.crosstrust.diagnosis.Diagnosis;
import dev.crosstrust.diagnosis.Evidence;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.finding.Finding;
import java.util.List;

/** How a command ends that did not get what it asked for: with the cause, as far as it is known. */
public final class Unfinished {
  private Unfinished() {}

  private record Findings(List<Finding> findings) {}

  /**
   * Prints why, and gives the exit code. What is wrong with the input is one sentence on standard
   * error; any other cause is told by its finding.
   *
   * @param outcome refused or broken
   * @param legs what was asked and answered on the way
   */
  public static int report(Context context, Outcome<?> outcome, List<Leg> legs) {
    List<Finding> findings = Diagnosis.of(Evidence.of(outcome, legs));
    boolean isBadInput = exit(outcome) == Exit.BAD_INPUT;
    String sentence =
        outcome instanceof Outcome.Broken<?>(Breakage breakage) ? breakage.message() : "";
    if (context.json()) {
      context.terminal().json(new Findings(findings));
    } else {
      FindingText.print(
          context.terminal(),
          findings.stream().filter(finding -> !isBadInput || !quotes(finding, sentence)).toList());
    }
    boolean told =
        !context.json()
            && !isBadInput
            && findings.stream().anyMatch(finding -> quotes(finding, sentence));
    if (!sentence.isEmpty() && !told) {
      context.terminal().note("crosstrust: " + sentence);
    }
    return exit(outcome).code();
  }

  /** Whether a finding says no more than that, so that one of the two is enough. */
  private static boolean quotes(Finding finding, String sentence) {
    return finding.because().stream().anyMatch(line -> line.endsWith(sentence));
  }

  /** What it means for a script. */
  public static Exit exit(Outcome<?> outcome) {
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
