package dev.crosstrust.ui.routes.check;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.aws.TrustReport;
import dev.crosstrust.trust.google.PoolReport;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What keeps a token out whatever the document says: it was found with the document and is not in
 * it, for example that the role allows no session of this length.
 *
 * @param findings empty where there is nothing of the kind
 */
record Kept(List<Finding> findings) {
  Kept {
    findings = List.copyOf(findings);
  }

  /**
   * What was found beyond the document.
   *
   * @param read all that was found
   * @param judged what the document alone gives
   */
  static Kept of(List<Finding> read, List<Finding> judged) {
    Set<String> known = judged.stream().map(Finding::id).collect(Collectors.toSet());
    return new Kept(
        read.stream()
            .filter(it -> it.severity() == Severity.ERROR && !known.contains(it.id()))
            .toList());
  }

  TrustReport with(TrustReport report) {
    return findings.isEmpty() ? report : report.with(Verdict.REFUSED, joined(report.findings()));
  }

  PoolReport with(PoolReport report) {
    return findings.isEmpty() ? report : report.with(Verdict.REFUSED, joined(report.findings()));
  }

  private List<Finding> joined(List<Finding> others) {
    return Stream.concat(findings.stream(), others.stream()).toList();
  }
}
