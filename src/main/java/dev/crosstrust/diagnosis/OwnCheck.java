package dev.crosstrust.diagnosis;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.check.LocalCheck.OfPool;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/** What our own check of a token adds to the answers of the other side. */
final class OwnCheck {
  private OwnCheck() {}

  /** What would keep the token out. */
  static List<Finding> errors(LocalCheck check) {
    return check.findings().stream()
        .filter(it -> it.severity() == Severity.ERROR && !OfPool.isAboutGrants(it))
        .toList();
  }

  /** What lets it in and should not be as it is. */
  static List<Finding> lints(LocalCheck check) {
    return check.findings().stream()
        .filter(it -> it.severity() != Severity.ERROR && !OfPool.isAboutGrants(it))
        .toList();
  }

  /**
   * Grants that miss are the cause of what was denied. Where something was allowed there is a grant
   * that was not seen, and nothing is said.
   */
  static void grants(
      LocalCheck check,
      List<Told> told,
      boolean allowed,
      List<Finding> causes,
      List<Finding> remarks) {
    List<Finding> missing = check.findings().stream().filter(OfPool::isAboutGrants).toList();
    List<Told> denied = told.stream().filter(Told::isDenied).toList();
    if (!denied.isEmpty()) {
      missing.stream()
          .map(it -> denied.getFirst().because(severity(it, Severity.ERROR)))
          .forEach(causes::add);
    } else if (!allowed) {
      missing.stream().map(it -> severity(it, Severity.WARNING)).forEach(remarks::add);
    }
  }

  private static Finding severity(Finding it, Severity severity) {
    return new Finding(
        it.id(), severity, it.title(), it.because(), it.fix(), it.confidence(), it.source());
  }

  /** The other side took what we would have refused. */
  static Finding disagreement(LocalCheck check) {
    String[] lines =
        Stream.concat(
                errors(check).stream()
                    .map(it -> "Our own check: %s (%s)".formatted(it.title(), it.id())),
                Stream.of(
                    "It was changed in between, or our check does not understand something in it"))
            .toArray(String[]::new);
    return Finding.warning(
            "check.disagrees", "The token was taken, and our own check would have refused it")
        .because(lines)
        .fix(Fix.of("The service is right; look in the check for what it takes otherwise"))
        .confidence(Confidence.POSSIBLE);
  }
}
