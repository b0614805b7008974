package dev.crosstrust.sandbox.aws.policy;

import java.util.List;
import java.util.Optional;

/**
 * Policies of one type, which together must allow a request. A layer without policies allows
 * nothing; a restriction that is not set at all is no layer.
 */
public record PolicyLayer(PolicyType type, List<AttachedPolicy> policies) {
  public PolicyLayer {
    policies = List.copyOf(policies);
  }

  /** The first policy of which some statement denies the request. */
  Optional<AttachedPolicy> denying(AccessRequest request) {
    return policies.stream().filter(it -> has(it, Effect.DENY, request)).findFirst();
  }

  boolean allows(AccessRequest request) {
    return policies.stream().anyMatch(it -> has(it, Effect.ALLOW, request));
  }

  private static boolean has(AttachedPolicy policy, Effect effect, AccessRequest request) {
    return policy.document().statements().stream()
        .anyMatch(statement -> statement.effect() == effect && statement.speaksOf(request));
  }
}
