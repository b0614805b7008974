package dev.crosstrust.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.inspect.google.Pool;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.google.PoolReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a pool adds to the check of its provider, and how sure a missing grant is. */
class PoolFactsTest {
  private static final String NAME = "projects/1/locations/global/workloadIdentityPools/my-aws-app";

  @Test
  void aClosedPoolRefusesWhateverItsProviderSays() {
    PoolReport report = PoolFacts.judged(report(), pool(false, true), List.of());

    assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(report.findings().getFirst().title()).isEqualTo("The pool my-aws-app is disabled");
    assertThat(report.findings().getFirst().fix().getFirst().gcloud())
        .isEqualTo("gcloud iam workload-identity-pools update " + NAME + " --no-disabled");
    assertThat(
            PoolFacts.judged(report(), pool(true, false), List.of())
                .findings()
                .getFirst()
                .fix()
                .getFirst()
                .gcloud())
        .isEqualTo("gcloud iam workload-identity-pools undelete " + NAME);
  }

  @Test
  void anOpenOneAndOneThatNobodyMayReadChangeNothing() {
    assertThat(PoolFacts.judged(report(), pool(false, false), List.of()).verdict())
        .isEqualTo(Verdict.ADMITTED);
    assertThat(
            PoolFacts.judged(report(), Outcome.broken(Kind.LOCAL, "nobody"), List.of()).verdict())
        .isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void aMissingGrantIsNeverSurerThanWhatWasRead() {
    PoolReport missing = report(Finding.error("google.principal-not-bound", "Nobody grants it"));
    Finding all = PoolFacts.judged(missing, pool(false, false), List.of()).findings().getFirst();
    Finding some =
        PoolFacts.judged(missing, pool(false, false), List.of("Policy of project p"))
            .findings()
            .getFirst();

    assertThat(all.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(all.because())
        .containsExactly("Grants on folders and on the organisation were not looked at.");
    assertThat(some.confidence()).isEqualTo(Confidence.POSSIBLE);
    assertThat(some.because().getLast()).startsWith("Not read: Policy of project p");
  }

  private static Outcome<Pool> pool(boolean deleted, boolean disabled) {
    return Outcome.done(new Pool(NAME, deleted, disabled));
  }

  private static PoolReport report(Finding... findings) {
    return new PoolReport(
        Verdict.ADMITTED,
        null,
        null,
        null,
        Map.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(findings));
  }
}
