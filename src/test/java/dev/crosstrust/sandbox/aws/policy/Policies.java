package dev.crosstrust.sandbox.aws.policy;

import dev.crosstrust.sandbox.aws.Authorizer.Decision;
import java.util.List;
import java.util.Map;

/** One identity policy and one request, decided. */
final class Policies {
  private Policies() {}

  static Decision decide(
      String policy, String action, String resource, Map<String, List<String>> context) {
    AccessRequest request = new AccessRequest(action, resource, new RequestContext(context));
    return PolicyEngine.decide(request, List.of(identity(policy)));
  }

  static PolicyLayer identity(String policy) {
    return new PolicyLayer(
        PolicyType.IDENTITY, List.of(AttachedPolicy.inline(PolicyDocument.identity(policy))));
  }
}
