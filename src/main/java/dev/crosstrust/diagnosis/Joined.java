package dev.crosstrust.diagnosis;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.diagnosis.symptom.Symptoms;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.trust.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What the services said, joined with our own check of what they are configured to take. Where both
 * say the same they are one finding with both evidences; where they do not, the service is right,
 * and it is said that we disagree.
 *
 * @param causes of what was answered, each before the answer itself
 * @param others what the answers mean by themselves
 * @param remarks on what went well
 */
record Joined(List<Finding> causes, List<Finding> others, List<Finding> remarks) {
  static Joined of(List<Told> told, Evidence evidence) {
    LocalCheck check = evidence.check();
    if (check == null) {
      return new Joined(List.of(), told.stream().map(Told::finding).toList(), List.of());
    }
    boolean admitted =
        evidence.legs().stream()
            .anyMatch(leg -> leg.name().equals("exchange") && Symptoms.wentThrough(leg));
    List<Finding> causes = new ArrayList<>();
    List<Finding> others = new ArrayList<>();
    List<Finding> remarks = new ArrayList<>();
    for (Told answer : told) {
      if (answer.isRefusedExchange()) {
        RefusedToken refused = RefusedToken.of(answer, check);
        causes.addAll(refused.causes());
        others.addAll(refused.others());
      } else {
        others.add(answer.finding());
      }
    }
    if (admitted) {
      remarks.addAll(OwnCheck.lints(check));
      OwnCheck.grants(check, told, allowed(evidence), causes, remarks);
      if (check.verdict() == Verdict.REFUSED) {
        remarks.add(OwnCheck.disagreement(check));
      }
    }
    return new Joined(causes, others, remarks);
  }

  /** Whether anything was had with what the exchange gave. */
  private static boolean allowed(Evidence evidence) {
    return evidence.legs().stream()
        .dropWhile(leg -> !leg.name().equals("exchange"))
        .skip(1)
        .anyMatch(Symptoms::wentThrough);
  }
}
