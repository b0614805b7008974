package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.trust.aws.Judged.JudgedCondition;
import java.util.List;

/** Why a key that a condition needs is not there. */
final class AbsentCauses {
  private final Evaluated evaluated;
  private final ConditionText text;

  AbsentCauses(Evaluated evaluated, Judged statement) {
    this.evaluated = evaluated;
    this.text = new ConditionText(evaluated, statement);
  }

  /**
   * The cause.
   *
   * @param subjectNamed whether the statement names who may enter by another condition
   */
  Cause of(JudgedCondition judged, boolean subjectNamed) {
    return new UnknownKeys(evaluated, text)
        .of(judged.condition(), subjectNamed)
        .orElseGet(
            () ->
                TrustKeys.isOfOthers(judged.condition().key())
                    ? ofOthers(judged)
                    : ofNobody(judged));
  }

  private Cause ofNobody(JudgedCondition judged) {
    boolean own = evaluated.issuer().owns(judged.condition().key());
    return new Cause(
        7,
        Finding.error(
                "aws.trust-key-absent",
                "The %s has no %s".formatted(own ? "token" : "request", judged.condition().key()))
            .because(text.line(judged))
            .source(Sources.KEYS),
        List.of());
  }

  /** A condition that no token ever meets. */
  private Cause ofOthers(JudgedCondition judged) {
    return new Cause(
        7,
        Finding.error(
                "aws.trust-key-absent",
                "A call with a token never has %s".formatted(judged.condition().key()))
            .because(
                text.line(judged),
                "AWS has it for calls that are signed with AWS keys, or made by its services.")
            .source(Sources.GLOBAL_KEYS),
        List.of(Change.remove(judged.condition(), Effect.WIDENS)));
  }
}
