package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.aws.policy.PolicyDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a role's trust policy says to a token that is not there yet.
 *
 * @param statements of the policy, in its order
 * @param findings the most likely first; where the policy keeps the token out, the first has how it
 *     is changed
 */
public record Forecast(Verdict verdict, List<StatementCheck> statements, List<Finding> findings) {
  public Forecast {
    statements = List.copyOf(statements);
    findings = List.copyOf(findings);
  }

  /**
   * Holds the policy against it.
   *
   * @param providers the IAM OIDC providers of the role's account; null where they are not known
   * @throws UnreadableDocument when the policy is no JSON
   */
  public static Forecast of(
      Awaited awaited, RoleArn role, String policy, @Nullable List<OidcProvider> providers)
      throws UnreadableDocument {
    TrustQuestion question = awaited.question(policy, role, providers);
    PolicyCheck check =
        PolicyCheck.of(
            question, Issuer.of(question), PolicyDocument.read(policy, "the trust policy"), true);
    return new Forecast(
        Verdict.of(check.letsIn()), check.statements(), Ranking.of(check.findings()));
  }

  /** The keys, as the policy writes them, on which it hangs whether a statement has a say. */
  public List<String> open() {
    return statements.stream()
        .filter(Forecast::mayApply)
        .flatMap(it -> it.conditions().stream())
        .filter(it -> it.result() == Match.UNKNOWN)
        .map(ConditionCheck::key)
        .distinct()
        .toList();
  }

  private static boolean mayApply(StatementCheck statement) {
    return statement.principal().result() != Match.MISMATCH
        && statement.action().result() == Match.MATCH
        && statement.conditions().stream()
            .map(ConditionCheck::result)
            .allMatch(it -> it == Match.MATCH || it == Match.UNKNOWN);
  }
}
