package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What AWS STS would answer, and why; in the shape of the command line's JSON.
 *
 * @param provider which issuer's registration applies
 * @param statements of the trust policy, in its order
 * @param findings the most likely first
 * @param correctedPolicy null where nothing has to be changed, or nobody can tell what
 */
public record TrustReport(
    Verdict verdict,
    Provider provider,
    SignatureCheck signature,
    List<StatementCheck> statements,
    List<Finding> findings,
    @Nullable Correction correctedPolicy) {
  public TrustReport {
    statements = List.copyOf(statements);
    findings = List.copyOf(findings);
  }

  /**
   * The registration of the token's issuer in the role's account.
   *
   * @param value {@code accounts.google.com} for the built-in one, else the provider's ARN or URL
   * @param because one sentence, for example that no provider was given and the built-in one is
   *     taken
   */
  public record Provider(String value, Match result, String because) {}
}
