package dev.crosstrust.trust.aws;

import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.MalformedPolicy;
import dev.crosstrust.trust.aws.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody else at the same issuer, who asks for the same audience: may they enter, too? */
record Stranger(Evaluated evaluated, TrustKeys keys) {
  private static final String NAME = "somebody-else";

  static Stranger of(Evaluated evaluated) {
    TokenText token = new TokenText(evaluated.question().token());
    return isOwn(token.claim("azp"), token)
        ? with(evaluated, List.of("sub", "aud"))
        : with(evaluated, List.of("sub"));
  }

  /** Somebody of whom nothing that says who it is is the same. */
  static Stranger other(Evaluated evaluated) {
    List<String> claims = new ArrayList<>(IssuerClaims.ofSomebody(evaluated.issuer().url()));
    claims.add("sub");
    if (evaluated.issuer().isGoogle()) {
      claims.add("aud");
    }
    return with(evaluated, claims);
  }

  /** The same one, with a token for another service. */
  static Stranger elsewhere(Evaluated evaluated) {
    return with(evaluated, List.of(evaluated.issuer().isGoogle() ? "oaud" : "aud"));
  }

  private static Stranger with(Evaluated evaluated, List<String> others) {
    TrustQuestion question = evaluated.question();
    Issuer issuer = evaluated.issuer();
    Map<String, List<String>> context = new HashMap<>(question.context());
    others.forEach(it -> context.put(issuer.key(it), List.of(NAME)));
    return new Stranger(evaluated, TrustKeys.of(question.with(context), issuer));
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

  /** Whether a statement of the policy as it is keeps them out, whatever others allow. */
  Ternary denied() {
    PolicyDocument policy =
        new PolicyDocument(
            evaluated.evaluation().statements().stream().map(Judged::statement).toList());
    return Ternary.any(
        Evaluation.of(policy, evaluated.issuer(), keys).with(false).map(Judged::applies));
  }

  private Ternary letsIn(PolicyDocument policy) {
    return Evaluation.of(policy, evaluated.issuer(), keys).letsIn();
  }
}
