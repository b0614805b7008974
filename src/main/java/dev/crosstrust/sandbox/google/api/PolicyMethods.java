package dev.crosstrust.sandbox.google.api;

import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.policy.Binding;
import dev.crosstrust.sandbox.google.policy.Policies;
import dev.crosstrust.sandbox.google.policy.Policy;
import dev.crosstrust.sandbox.google.policy.PolicyJson;
import dev.crosstrust.sandbox.google.policy.Resource;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code getIamPolicy}, {@code setIamPolicy} and {@code testIamPermissions}, the same for every
 * resource.
 *
 * @see <a href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts">
 *     service accounts</a>
 */
public final class PolicyMethods {
  private final Policies policies;

  public PolicyMethods(Policies policies) {
    this.policies = policies;
  }

  /** The policy of a resource, to a caller who may see it. */
  public Response get(ApiCall call, Resource on) throws IOException {
    JsonNode options = call.json().path("options");
    long version =
        call.number("options.requestedPolicyVersion")
            .orElse(options.path("requestedPolicyVersion").asLong(1));
    return Json.answer(200, PolicyJson.write(policies.of(on), (int) version));
  }

  /** Writes the policy of a resource, for a caller who may. */
  public Response set(ApiCall call, Resource on) throws IOException {
    JsonNode policy = call.json().path("policy");
    List<Binding> bindings =
        PolicyJson.read(policy)
            .filter(policies::accept)
            .orElseThrow(() -> ApiError.invalidArgument("Request contains an invalid argument."));
    Policy written =
        policies
            .replace(on, bindings, policy.path("etag").asString(""))
            .orElseThrow(
                () ->
                    ApiError.aborted(
                        "There were concurrent policy changes. Please retry the whole"
                            + " read-modify-write with exponential backoff."));
    return Json.answer(200, PolicyJson.write(written, Policy.CONDITIONAL));
  }

  /** Which of these permissions the caller holds. */
  public Response test(ApiCall call, Principal caller, Resource on) throws IOException {
    List<String> held =
        call.json()
            .path("permissions")
            .valueStream()
            .map(JsonNode::asString)
            .filter(permission -> policies.allow(caller, permission, on))
            .toList();
    return Json.answer(200, held.isEmpty() ? Map.of() : Map.of("permissions", held));
  }
}
