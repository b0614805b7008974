package dev.crosstrust.check;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.inspect.google.Pool;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.google.PoolReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the pool itself adds to its provider's check, and how far grants are known. */
final class PoolFacts {
  private PoolFacts() {}

  /**
   * The report, with that.
   *
   * @param unread what was wanted and could not be read
   */
  static PoolReport judged(PoolReport report, Outcome<Pool> read, List<String> unread) {
    List<Finding> findings =
        report.findings().stream().map(finding -> tempered(finding, unread)).toList();
    if (!(read instanceof Done<Pool>(Pool pool)) || !(pool.deleted() || pool.disabled())) {
      return report.with(report.verdict(), findings);
    }
    return report.with(
        Verdict.REFUSED, Stream.concat(Stream.of(closed(pool)), findings.stream()).toList());
  }

  /** Folders and the organisation may grant too, and nobody looked there. */
  private static Finding tempered(Finding finding, List<String> unread) {
    if (!LocalCheck.OfPool.isAboutGrants(finding)) {
      return finding;
    }
    String elsewhere =
        unread.isEmpty()
            ? "Grants on folders and on the organisation were not looked at."
            : "Not read: %s, and grants on folders and on the organisation."
                .formatted(String.join(", ", unread));
    Finding told =
        finding.because(
            Stream.concat(finding.because().stream(), Stream.of(elsewhere)).toArray(String[]::new));
    Confidence most = unread.isEmpty() ? Confidence.LIKELY : Confidence.POSSIBLE;
    return told.confidence().compareTo(most) < 0 ? told.confidence(most) : told;
  }

  private static Finding closed(Pool pool) {
    String state = pool.deleted() ? "deleted" : "disabled";
    String[] words = pool.name().split("/", -1);
    String id = words[words.length - 1];
    String change = pool.deleted() ? "undelete" : "update";
    // By its whole name: gcloud takes the number of a project there, and not as a flag.
    List<String> arguments = new ArrayList<>(List.of(pool.name()));
    if (!pool.deleted()) {
      arguments.add("--no-disabled");
    }
    return Finding.error("google.target-invalid", "The pool %s is %s".formatted(id, state))
        .because("Google lets nobody in by any provider of such a pool.")
        .fix(
            Fix.of(pool.deleted() ? "Undelete it, within 30 days." : "Enable it.")
                .withGcloud(
                    Commands.of(
                        "gcloud iam workload-identity-pools " + change,
                        arguments.toArray(String[]::new)))
                .with(Fix.Effect.WIDENS));
  }
}
