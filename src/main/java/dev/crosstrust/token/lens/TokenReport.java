package dev.crosstrust.token.lens;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Family;
import dev.crosstrust.token.Lifetime;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.signature.SignatureCheck;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that is known of one token at one instant, in the shape of the command line's JSON.
 * Holds nothing secret.
 */
public record TokenReport(
    ObjectNode header,
    ObjectNode claims,
    Family family,
    SignatureCheck signature,
    Lifetime lifetime,
    List<Explanation> explained,
    List<Finding> findings) {
  public TokenReport {
    explained = List.copyOf(explained);
    findings = List.copyOf(findings);
  }

  /** The report on this token, with what is known of its signature. */
  public static TokenReport of(Token token, SignatureCheck check, Instant now) {
    return new TokenReport(
        token.header(),
        token.claims(),
        token.family(),
        check,
        Lifetime.of(token, now),
        Explanation.of(token, now),
        TokenFindings.of(token, check, now));
  }
}
