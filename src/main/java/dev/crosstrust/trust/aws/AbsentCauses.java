package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix.Effect;
import java.util.List;

/** Why a key that a condition needs is not there. */
record AbsentCauses(Unmet unmet) {

  static Cause of(Unmet unmet) {
    AbsentCauses causes = new AbsentCauses(unmet);
    return UnknownKeys.of(unmet)
        .orElseGet(
            () ->
                TrustKeys.isOfOthers(unmet.condition().key())
                    ? causes.ofOthers()
                    : causes.ofNobody());
  }

  private Cause ofNobody() {
    String key = unmet.condition().key();
    return new Cause(
        7,
        Finding.error(
                "aws.trust-key-absent",
                "The %s has no %s".formatted(unmet.issuer().owns(key) ? "token" : "request", key))
            .because(unmet.line())
            .source(Sources.KEYS),
        List.of());
  }

  /** A condition that no token ever meets. */
  private Cause ofOthers() {
    return new Cause(
        7,
        Finding.error(
                "aws.trust-key-absent",
                "A call with a token never has %s".formatted(unmet.condition().key()))
            .because(
                unmet.line(),
                "AWS has it for calls that are signed with AWS keys, or made by its services.")
            .source(Sources.GLOBAL_KEYS),
        List.of(Change.remove(unmet.condition(), Effect.WIDENS)));
  }
}
