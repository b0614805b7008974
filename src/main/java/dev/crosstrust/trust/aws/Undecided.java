package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.Judged.JudgedCondition;
import java.util.List;
import java.util.stream.Stream;

/** Conditions that cannot be decided from here, on which the answer hangs. */
final class Undecided {
  private Undecided() {}

  static List<Finding> of(Evaluated evaluated) {
    if (evaluated.evaluation().letsIn() != Ternary.UNDECIDED) {
      return List.of();
    }
    return evaluated.evaluation().statements().stream()
        .filter(it -> it.applies() == Ternary.UNDECIDED)
        .flatMap(it -> of(evaluated, it))
        .toList();
  }

  private static Stream<Finding> of(Evaluated evaluated, Judged statement) {
    return Stream.concat(
        statement.principal() == Ternary.UNDECIDED
            ? Stream.of(
                statement.statement().principal().negated()
                    ? allBut(statement)
                    : everybody(statement))
            : Stream.empty(),
        statement.conditions().stream()
            .filter(it -> it.holds() == Ternary.UNDECIDED)
            .map(it -> of(evaluated, statement, it)));
  }

  private static Finding allBut(Judged statement) {
    return Finding.warning(
            "aws.policy-malformed", "NotPrincipal is for statements that deny, not for this one")
        .because(
            "%s allows, and is about %s."
                .formatted(statement.shown(), statement.statement().principal().shown()),
            "AWS does not support NotPrincipal with Allow, and does not say what it would do.")
        .fix(Fix.of("Name the identity provider, as {\"Federated\": …} under Principal."))
        .source(Sources.NOT_PRINCIPAL);
  }

  private static Finding everybody(Judged statement) {
    return Finding.warning(
            "aws.trust-principal-wrong",
            "Whether the principal `*` means the bearer of a token cannot be told from here")
        .because(
            "%s is about *.".formatted(statement.shown()),
            "{\"AWS\": \"*\"} does not mean them; of a mere * it is not documented.")
        .fix(Fix.of("Name the identity provider, as {\"Federated\": …}."))
        .confidence(Confidence.POSSIBLE)
        .source(Sources.PRINCIPAL);
  }

  private static Finding of(Evaluated evaluated, Judged statement, JudgedCondition judged) {
    String key = judged.condition().key();
    String wants =
        "%s wants %s, under %s, to be %s."
            .formatted(
                statement.shown(),
                key,
                judged.condition().written(),
                String.join(" or ", judged.condition().wants()));
    if (evaluated.issuer().isGoogle() && TrustKeys.isOrganizationNumber(key)) {
      return Finding.warning(
              "aws.trust-org-number-undecided",
              "Whether the organisation's number is let in cannot be told from here")
          .because(
              wants,
              "AWS and Google write the claim differently, and which AWS reads is not known.")
          .fix(Fix.of("Try it: AWS STS alone can say."))
          .source(Sources.KEYS);
    }
    return Finding.warning(
            "aws.trust-key-undecided",
            "A condition asks for what is not known here: %s".formatted(key))
        .because(wants, "The key is no claim of the token that is documented, but of the request.")
        .fix(Fix.of("Try it: AWS STS alone can say."))
        .source(Sources.KEYS);
  }
}
