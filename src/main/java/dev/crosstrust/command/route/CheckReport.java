package dev.crosstrust.command.route;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.aws.TrustReport;
import dev.crosstrust.trust.google.PoolReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our own check of a run's token, as JSON has it: one report, or none where there was nothing to
 * judge by.
 *
 * @param sources where what was judged is from, and what could not be read
 * @param trust as {@code trust check} writes it
 * @param pool as {@code pool check} writes it
 */
record CheckReport(
    Verdict verdict, List<String> sources, @Nullable TrustReport trust, @Nullable PoolReport pool) {
  static @Nullable CheckReport of(@Nullable LocalCheck check) {
    return switch (check) {
      case null -> null;
      case LocalCheck.OfTrust made ->
          new CheckReport(made.verdict(), made.sources(), made.report(), null);
      case LocalCheck.OfPool made ->
          new CheckReport(made.verdict(), made.sources(), null, made.report());
      case LocalCheck.NotMade made -> new CheckReport(made.verdict(), made.sources(), null, null);
    };
  }
}
