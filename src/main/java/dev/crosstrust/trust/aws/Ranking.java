package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import java.util.Comparator;
import java.util.List;

/** The order of findings: as STS would meet them, what stands in the way before what does not. */
final class Ranking {
  private Ranking() {}

  static List<Finding> of(List<Finding> findings) {
    return findings.stream().sorted(Comparator.comparing(Finding::severity)).distinct().toList();
  }
}
