package dev.crosstrust.trust.aws;

import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.Verdict;
import java.util.List;

/** Decides what AWS STS would answer to a token, claim by claim and line by line. */
public final class TrustCheck {
  private TrustCheck() {}

  /**
   * Decides.
   *
   * @throws UnreadableDocument when the policy is no JSON
   */
  public static TrustReport of(TrustQuestion question) throws UnreadableDocument {
    if (question.policy().isBlank()) {
      throw new UnreadableDocument("the trust policy is empty");
    }
    return new TrustReport(
        Verdict.UNDECIDED,
        new TrustReport.Provider("", Match.UNKNOWN, ""),
        question.signature(),
        List.of(),
        List.of(),
        null);
  }
}
