package dev.crosstrust.trust.aws;

import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.PolicyDocument;
import java.util.List;
import java.util.stream.Stream;

/** A trust policy, statement by statement held against a request. */
record Evaluation(List<Judged> statements, TrustKeys keys) {
  Evaluation {
    statements = List.copyOf(statements);
  }

  static Evaluation of(PolicyDocument document, Issuer issuer, TrustKeys keys) {
    return of(document, issuer, keys, Judged.ACTION);
  }

  /** Held against another action. */
  static Evaluation of(PolicyDocument document, Issuer issuer, TrustKeys keys, String action) {
    return new Evaluation(
        document.statements().stream().map(it -> Judged.of(it, issuer, keys, action)).toList(),
        keys);
  }

  /** Whether a statement allows it, and none denies it. */
  Ternary letsIn() {
    return applies(true).and(applies(false).not());
  }

  private Ternary applies(boolean allows) {
    return Ternary.any(with(allows).map(Judged::applies));
  }

  /** The statements that allow, or those that deny. */
  Stream<Judged> with(boolean allows) {
    return statements.stream().filter(it -> it.statement().allows() == allows);
  }

  List<StatementCheck> checks() {
    return statements.stream().map(it -> it.check(keys)).toList();
  }
}
