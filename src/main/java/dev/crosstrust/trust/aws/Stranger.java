package dev.crosstrust.trust.aws;

import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.MalformedPolicy;
import dev.crosstrust.trust.aws.policy.PolicyDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody else at the same issuer, who asks for the same audience: may they enter, too? */
record Stranger(Evaluated evaluated, TrustKeys keys) {
  private static final String NAME = "somebody-else";

  static Stranger of(Evaluated evaluated) {
    TrustQuestion question = evaluated.question();
    Issuer issuer = evaluated.issuer();
    Map<String, List<String>> context = new HashMap<>(question.context());
    context.put(issuer.key("sub"), List.of(NAME));
    TokenText token = new TokenText(question.token());
    if (isOwn(token.claim("azp"), token)) {
      context.put(issuer.key("aud"), List.of(NAME));
    }
    return new Stranger(
        evaluated,
        TrustKeys.of(
            new TrustQuestion(
                question.token(),
                question.policy(),
                question.roleArn(),
                question.providers(),
                question.signature(),
                question.at(),
                context),
            issuer));
  }

  /** Whether a client is the account itself, and no application that many use. */
  private static boolean isOwn(String azp, TokenText token) {
    return !azp.isEmpty() && (azp.equals(token.claim("sub")) || azp.equals(token.claim("email")));
  }

  /** Whether a policy lets them in that may not enter now. */
  boolean gains(PolicyDocument policy) throws MalformedPolicy {
    Ternary before = letsIn(PolicyDocument.of(evaluated.policy()));
    Ternary after = letsIn(policy);
    return before != after && before != Ternary.YES && after != Ternary.NO;
  }

  private Ternary letsIn(PolicyDocument policy) {
    return Evaluation.of(policy, evaluated.issuer(), keys).letsIn();
  }
}
