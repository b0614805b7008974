package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.check.LocalCheck.OfTrust;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Shell;
import dev.crosstrust.trust.aws.Correction;
import dev.crosstrust.ui.kit.Change;
import dev.crosstrust.ui.kit.IndentedJson;
import java.util.Optional;

/** The trust policy as it would be right, for those findings that are about it. */
public final class Corrections {
  private Corrections() {}

  /**
   * The change that mends what was found; empty where the check knows none.
   *
   * @param check the one that is seen
   */
  public static Optional<Change> of(Optional<LocalCheck> check, Finding finding) {
    return check.flatMap(
        it -> it instanceof OfTrust trust ? of(trust, finding) : Optional.<Change>empty());
  }

  private static Optional<Change> of(OfTrust check, Finding finding) {
    Correction correction = check.report().correctedPolicy();
    if (correction == null) {
      return Optional.empty();
    }
    String policy = Shell.quoted(correction.policy().toString());
    String before = check.question().policy();
    String after = correction.policy().toPrettyString();
    return finding.fix().stream()
        .filter(fix -> fix.aws() != null && fix.aws().contains(policy))
        .findFirst()
        .map(
            fix ->
                new Change(
                    "Trust policy",
                    fix,
                    IndentedJson.of(before).orElse(before),
                    IndentedJson.of(after).orElse(after),
                    correction.changes()));
  }
}
