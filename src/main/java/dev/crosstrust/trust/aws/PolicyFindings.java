package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.trust.Ternary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a policy, and how it would be put right.
 *
 * @param correction null where the policy lets the token in, or nothing honest makes it
 */
record PolicyFindings(List<Finding> findings, @Nullable Correction correction) {
  PolicyFindings {
    findings = List.copyOf(findings);
  }

  /**
   * Looks for them.
   *
   * @param tokenTaken whether there is a policy to be put right: a token that STS does not take is
   *     let in by none
   */
  static PolicyFindings of(Evaluated evaluated, SessionExtras brought, boolean tokenTaken) {
    List<Finding> findings = new ArrayList<>();
    List<Cause> extras = brought.causes(evaluated);
    Correction correction = null;
    if (evaluated.evaluation().letsIn() == Ternary.NO) {
      List<Judged> denying =
          evaluated.evaluation().with(false).filter(it -> it.applies() == Ternary.YES).toList();
      denying.stream()
          .map(it -> StatementCauses.denied(evaluated, it, "it"))
          .forEach(findings::add);
      List<Cause> causes = causes(evaluated);
      correction =
          tokenTaken && denying.isEmpty() ? Corrector.correct(evaluated, causes, extras) : null;
      for (Cause cause : causes) {
        boolean top = tokenTaken && findings.isEmpty();
        findings.add(top ? PolicyFixes.fixed(evaluated, cause, correction) : cause.finding());
      }
      extras.forEach(it -> findings.add(it.finding()));
    } else if (!extras.isEmpty()) {
      Correction allowing = tokenTaken ? Corrector.allowing(evaluated, extras) : null;
      extras.forEach(it -> findings.add(PolicyFixes.fixed(evaluated, it, allowing)));
      correction = allowing;
    }
    findings.addAll(Undecided.of(evaluated));
    findings.addAll(Lints.of(evaluated));
    return new PolicyFindings(findings, correction);
  }

  /** What keeps the nearest statement from allowing it, the most telling first. */
  private static List<Cause> causes(Evaluated evaluated) {
    if (evaluated.issuer().url().isEmpty()) {
      return List.of();
    }
    Judged nearest = Corrector.nearest(evaluated).orElse(null);
    if (nearest == null) {
      return List.of(StatementCauses.none(evaluated));
    }
    if (Corrector.isAboutOthers(evaluated.issuer(), nearest)) {
      return List.of(StatementCauses.principal(evaluated, nearest));
    }
    return Stream.concat(
            StatementCauses.of(evaluated, nearest).stream(),
            nearest.conditions().stream()
                .filter(it -> it.holds() == Ternary.NO)
                .map(it -> ConditionCauses.of(new Unmet(evaluated, nearest, it))))
        .sorted(Comparator.comparingInt(Cause::rank))
        .toList();
  }
}
