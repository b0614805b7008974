package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.trust.Ternary;
import java.util.List;

/**
 * What one step of the exchange says.
 *
 * @param passes whether it lets the token on
 */
record Judged(Ternary passes, List<Finding> findings) {
  Judged {
    findings = List.copyOf(findings);
  }

  static Judged passed(Finding... hints) {
    return new Judged(Ternary.YES, List.of(hints));
  }

  static Judged refused(Finding... why) {
    return new Judged(Ternary.NO, List.of(why));
  }

  static Judged open(Finding... why) {
    return new Judged(Ternary.UNDECIDED, List.of(why));
  }
}
