package dev.crosstrust.trust.aws;

import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.aws.policy.MalformedPolicy;
import dev.crosstrust.trust.aws.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody else at the same issuer, who asks for the same audience: may they enter, too?
 *
 * @param keys for each of the names that they may have
 */
record Stranger(Evaluated evaluated, List<TrustKeys> keys) {
  /** Words, and a small and a large number: Google's subjects are numbers, and compare as such. */
  private static final List<String> NAMES = List.of("somebody-else", "1", "199999999999999999999");

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
    return new Stranger(
        evaluated, NAMES.stream().map(name -> called(evaluated, others, name)).toList());
  }

  private static TrustKeys called(Evaluated evaluated, List<String> claims, String name) {
    TrustQuestion question = evaluated.question();
    Issuer issuer = evaluated.issuer();
    Map<String, List<String>> context = new HashMap<>(question.context());
    claims.forEach(it -> context.put(issuer.key(it), List.of(name)));
    return TrustKeys.of(question.with(context), issuer);
  }

  /** Whether a client is the account itself, and no application that many use. */
  private static boolean isOwn(String azp, TokenText token) {
    return !azp.isEmpty() && (azp.equals(token.claim("sub")) || azp.equals(token.claim("email")));
  }

  /** Whether a policy lets them in that may not enter now. */
  boolean gains(PolicyDocument policy) throws MalformedPolicy {
    PolicyDocument now = PolicyDocument.of(evaluated.policy());
    return keys.stream().anyMatch(one -> gains(letsIn(now, one), letsIn(policy, one)));
  }

  private static boolean gains(Ternary before, Ternary after) {
    return before != after && before != Ternary.YES && after != Ternary.NO;
  }

  /** Whether a statement of the policy as it is keeps all of them out, whatever others allow. */
  Ternary denied() {
    PolicyDocument policy =
        new PolicyDocument(
            evaluated.evaluation().statements().stream().map(Judged::statement).toList());
    return Ternary.all(keys.stream().map(one -> denied(policy, one)));
  }

  private Ternary denied(PolicyDocument policy, TrustKeys one) {
    return Ternary.any(
        Evaluation.of(policy, evaluated.issuer(), one).with(false).map(Judged::applies));
  }

  private Ternary letsIn(PolicyDocument policy, TrustKeys one) {
    return Evaluation.of(policy, evaluated.issuer(), one).letsIn();
  }
}
