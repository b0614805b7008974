package dev.crosstrust.ui.routes;

import dev.crosstrust.diagnosis.symptom.Symptoms;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.route.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run found as its cards tell it: our own reason first, then the service's words. */
final class RunCards {
  private RunCards() {}

  static List<Finding> of(Run run) {
    Set<String> answers =
        run.legs().stream()
            .filter(leg -> leg.outcome() != Leg.Result.DONE)
            .map(RunCards::answer)
            .collect(Collectors.toSet());
    return run.findings().stream().map(finding -> ownFirst(finding, answers)).toList();
  }

  /** A service's answer as evidence of a finding quotes it. */
  static String answer(Leg leg) {
    return Symptoms.of(leg).quote();
  }

  private static Finding ownFirst(Finding finding, Set<String> answers) {
    List<String> because = new ArrayList<>(finding.because());
    if (because.size() < 2 || !answers.contains(because.getFirst())) {
      return finding;
    }
    because.add(1, because.removeFirst());
    return finding.because(because.toArray(String[]::new));
  }
}
