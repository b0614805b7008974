package dev.crosstrust.trust.google;

import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.Verdict;
import java.util.List;
import java.util.Map;

/** Decides what Google STS would answer to a token, and as whom it would take it. */
public final class PoolCheck {
  private PoolCheck() {}

  /** Decides. */
  public static PoolReport of(PoolQuestion question) {
    PoolReport.Comparison open = new PoolReport.Comparison(List.of(), List.of(), Match.UNKNOWN);
    return new PoolReport(
        Verdict.UNDECIDED,
        open,
        open,
        question.signature(),
        Map.of(),
        null,
        new PoolReport.Condition(question.provider().condition(), null, List.of()),
        List.of(),
        null,
        List.of());
  }
}
