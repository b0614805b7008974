package dev.crosstrust.trust.aws;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * @param tokenRefused whether STS refuses the token before it reads the policy, and says so
 */
public record TrustReport(
    Verdict verdict,
    Provider provider,
    SignatureCheck signature,
    List<StatementCheck> statements,
    List<Finding> findings,
    @Nullable Correction correctedPolicy,
    @JsonIgnore boolean tokenRefused) {
  public TrustReport {
    statements = List.copyOf(statements);
    findings = List.copyOf(findings);
  }

  /** Of a token that STS takes as such. */
  public TrustReport(
      Verdict verdict,
      Provider provider,
      SignatureCheck signature,
      List<StatementCheck> statements,
      List<Finding> findings,
      @Nullable Correction correctedPolicy) {
    this(verdict, provider, signature, statements, findings, correctedPolicy, false);
  }

  /** The same with another verdict, and these findings in the place of its own. */
  public TrustReport with(Verdict other, List<Finding> found) {
    return new TrustReport(
        other, provider, signature, statements, found, correctedPolicy, tokenRefused);
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
