package dev.crosstrust.diagnosis;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.diagnosis.aws.DenialFindings;
import dev.crosstrust.diagnosis.reading.Answer;
import dev.crosstrust.diagnosis.reading.Reading;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.diagnosis.symptom.Symptoms;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.secret.Redactor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a pasted text: an error, a log, the output of a command, an entry of an audit log. */
public final class Explain {
  private Explain() {}

  /** What one answer means. */
  private record Meaning(Answer answer, @Nullable Denial denial, List<Finding> findings) {}

  /**
   * What the text says; never fails. Secrets in it are taken out before anything is read, so that
   * nothing quotes them. Of several errors the most telling is told first: all findings are there,
   * the rest is of the answer that the first of them is about.
   */
  public static Explained text(String text) {
    List<Meaning> meanings =
        withoutLeads(
            Reading.of(new Redactor().text(text)).stream()
                .filter(Answer::known)
                .distinct()
                .map(Explain::meaning)
                .toList());
    List<Finding> findings =
        meanings.stream()
            .flatMap(meaning -> meaning.findings().stream())
            .sorted(Diagnosis.RANK)
            .toList();
    return meanings.stream()
        .filter(meaning -> findings.isEmpty() || meaning.findings().contains(findings.getFirst()))
        .findFirst()
        .map(meaning -> explained(meaning, withoutRepeats(findings)))
        .orElseGet(() -> new Explained(null, null, null, null, null, List.of()));
  }

  /** What a program says of a cause that it quotes counts where the cause is not known. */
  private static List<Meaning> withoutLeads(List<Meaning> meanings) {
    return IntStream.range(0, meanings.size())
        .filter(i -> !meanings.get(i).answer().leads() || !isKnown(meanings, i + 1))
        .mapToObj(meanings::get)
        .toList();
  }

  private static boolean isKnown(List<Meaning> meanings, int place) {
    return place < meanings.size() && !meanings.get(place).findings().isEmpty();
  }

  private static Meaning meaning(Answer answer) {
    Symptom symptom = Symptoms.of(answer, answer.impliedCode());
    String quote = Symptoms.of(answer, null).quote();
    Denial denial = Refusals.in(symptom, answer.principal());
    List<Finding> findings = new ArrayList<>();
    Diagnosis.meaning(symptom).ifPresent(findings::add);
    if (denial != null && denial.policyType() != null && isOfTheToken(findings)) {
      findings.add(DenialFindings.of(denial, symptom));
    }
    return new Meaning(
        answer, denial, findings.stream().map(found -> Symptom.proven(quote, found)).toList());
  }

  /** That finding is about what was asked for; which kind of policy refused is another matter. */
  private static boolean isOfTheToken(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.id().equals("aws.outbound-denied"));
  }

  private static Explained explained(Meaning meaning, List<Finding> findings) {
    Answer answer = meaning.answer();
    return new Explained(
        answer.service(),
        answer.operation(),
        answer.status(),
        answer.code(),
        meaning.denial(),
        findings);
  }

  /** Tools say an error twice, and repeat what failed. */
  private static List<Finding> withoutRepeats(List<Finding> findings) {
    Set<List<String>> had = new HashSet<>();
    return findings.stream()
        .filter(finding -> had.add(List.of(finding.id(), finding.title())))
        .toList();
  }
}
