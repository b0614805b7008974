package dev.crosstrust.sandbox.aws.policy;

import dev.crosstrust.sandbox.aws.Authorizer.Decision;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides requests by the policies that apply to them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">
 *     Policy evaluation logic</a>
 */
public final class PolicyEngine {
  private PolicyEngine() {}

  /**
   * Decides by the policies on the caller's side. A Deny anywhere beats every Allow, and each layer
   * has to allow. Of several reasons the first layer's is given: AWS names one type only.
   */
  public static Decision decide(AccessRequest request, List<PolicyLayer> layers) {
    Optional<Decision> denied = denied(request, layers);
    return denied.orElseGet(
        () ->
            layers.stream()
                .filter(layer -> !layer.allows(request))
                .findFirst()
                .<Decision>map(layer -> new Decision.Denied(layer.type().noAllow(request.action())))
                .orElseGet(Decision.Allowed::new));
  }

  /** The refusal by a Deny of one of the layers, if there is one. */
  public static Optional<Decision> denied(AccessRequest request, List<PolicyLayer> layers) {
    return layers.stream()
        .flatMap(
            layer ->
                layer.denying(request).map(policy -> layer.type().explicitDeny(policy)).stream())
        .findFirst()
        .map(Decision.Denied::new);
  }

  /** What a policy on a resource, or a role's trust policy, says to a principal. */
  public static Answer ask(PolicyDocument policy, Principal principal, AccessRequest request) {
    if (has(policy, request, Effect.DENY, it -> mention(it, principal) != Principals.Mention.NOT)) {
      return Answer.DENIED;
    }
    if (has(
        policy,
        request,
        Effect.ALLOW,
        it -> mention(it, principal) == Principals.Mention.BY_NAME)) {
      return Answer.ALLOWED_BY_NAME;
    }
    return has(
            policy, request, Effect.ALLOW, it -> mention(it, principal) != Principals.Mention.NOT)
        ? Answer.ALLOWED_BROADLY
        : Answer.SILENT;
  }

  /** The answers of a policy that names principals. */
  public enum Answer {
    DENIED,
    SILENT,
    /** Through the account or {@code *}: the caller's own policies must allow it as well. */
    ALLOWED_BROADLY,
    /** By ARN or provider: within one account that suffices. */
    ALLOWED_BY_NAME
  }

  private static boolean has(
      PolicyDocument policy, AccessRequest request, Effect effect, Predicate<Statement> named) {
    return policy.statements().stream()
        .anyMatch(it -> it.effect() == effect && named.test(it) && it.speaksOf(request));
  }

  private static Principals.Mention mention(Statement statement, Principal principal) {
    return statement.principals().map(it -> it.mention(principal)).orElse(Principals.Mention.NOT);
  }
}
