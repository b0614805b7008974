package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.MalformedPolicy;
import dev.crosstrust.trust.aws.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A trust policy, held against a token.
 *
 * @param letsIn whether it lets the token in, with all that it brings
 * @param correction null where nothing has to be changed, or nobody can tell what
 */
record PolicyCheck(
    Ternary letsIn,
    List<StatementCheck> statements,
    List<Finding> findings,
    @Nullable Correction correction) {
  PolicyCheck {
    statements = List.copyOf(statements);
    findings = List.copyOf(findings);
  }

  /**
   * Decides.
   *
   * @param policy the question's, as JSON
   * @param tokenTaken whether STS takes the token: one that it does not take no policy lets in
   */
  static PolicyCheck of(
      TrustQuestion question, Issuer issuer, JsonNode policy, boolean tokenTaken) {
    PolicyLength length = PolicyLength.of(question.policy());
    List<Finding> findings = new ArrayList<>(length.finding().stream().toList());
    if (!length.isTaken() || TokenRules.isTooLong(question.token())) {
      return unheld(findings);
    }
    try {
      PolicyDocument document = PolicyDocument.of(policy);
      TrustKeys keys = TrustKeys.of(question, issuer);
      Evaluation evaluation = Evaluation.of(document, issuer, keys);
      SessionExtras extras = SessionExtras.of(document, issuer, keys);
      PolicyFindings found =
          PolicyFindings.of(
              new Evaluated(question, issuer, policy, evaluation), extras, tokenTaken);
      findings.addAll(found.findings());
      return new PolicyCheck(
          evaluation.letsIn().and(extras.allowed()),
          evaluation.checks(),
          findings,
          found.correction());
    } catch (MalformedPolicy e) {
      findings.add(malformed(e));
      return unheld(findings);
    }
  }

  /** Of a policy that is not held against the token. */
  private static PolicyCheck unheld(List<Finding> findings) {
    return new PolicyCheck(Ternary.NO, List.of(), findings, null);
  }

  private static Finding malformed(MalformedPolicy problem) {
    return Finding.error("aws.policy-malformed", "The document is no trust policy")
        .because(problem.sentence(), "IAM answers `MalformedPolicyDocument` and stores nothing.")
        .fix(Fix.of("Write it by the grammar of policies."))
        .source(Sources.GRAMMAR);
  }
}
