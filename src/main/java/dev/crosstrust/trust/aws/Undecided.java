package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.Judged.JudgedCondition;
import dev.crosstrust.trust.aws.policy.KeyValue.Absent;
import dev.crosstrust.trust.aws.policy.KeyValue.Known;
import dev.crosstrust.trust.aws.policy.KeyValue.Perhaps;
import dev.crosstrust.trust.aws.policy.KeyValue.Unknown;
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
        statement.principal() == Ternary.UNDECIDED ? Stream.of(allBut(statement)) : Stream.empty(),
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

  private static Finding of(Evaluated evaluated, Judged statement, JudgedCondition judged) {
    String key = judged.condition().key();
    String wants = new ConditionText(evaluated, statement).asked(judged.condition()) + ".";
    if (evaluated.issuer().isGoogle() && TokenClaims.isOrganizationNumber(key)) {
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
            "Whether a condition on %s holds cannot be told from here".formatted(key))
        .because(wants, unknown(evaluated, judged))
        .fix(Fix.of("Try it: AWS STS alone can say."))
        .source(source(judged));
  }

  private static String source(JudgedCondition judged) {
    if (judged.condition().wants().isEmpty()) {
      return Sources.ANALYZER;
    }
    return switch (judged.value()) {
      case Unknown _, Perhaps _ -> Sources.KEYS;
      case Known _, Absent _ -> Sources.SETS;
    };
  }

  /** What it is that is not known. */
  private static String unknown(Evaluated evaluated, JudgedCondition judged) {
    Issuer issuer = evaluated.issuer();
    String key = judged.condition().key();
    if (judged.condition().wants().isEmpty()) {
      return "The guide says that an empty list does not affect a policy, and others have seen that"
          + " no value is in it.";
    }
    return switch (judged.value()) {
      case Absent _ ->
          "There is no such key: with IfExists it would hold, but under ForAnyValue others have"
              + " seen that it does not.";
      case Known _ -> "The key is known; what is put in for a variable of the policy is not.";
      case Perhaps(String value) ->
          "The token says %s; AWS does not write that it makes a key of this claim.%s"
              .formatted(value, others(issuer));
      case Unknown _ when evaluated.question().isOpen(key) ->
          issuer.owns(key) ? "Only the token itself will tell it." : "It is the time of the call.";
      case Unknown _ ->
          issuer.owns(key)
              ? "AWS does not write whether it makes a key of the token's %s.%s"
                  .formatted(issuer.claimOf(key), others(issuer))
              : "It is nothing that the token says, but of the request: where it comes from, by"
                  + " which way.";
    };
  }

  /** Of which claims of the issuer it does write it. */
  private static String others(Issuer issuer) {
    List<String> claims = IssuerClaims.of(issuer.url());
    return claims.isEmpty()
        ? ""
        : " Of this issuer it does of aud, sub, %s.".formatted(String.join(", ", claims));
  }
}
