package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.google.api.ApiCall;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.policy.Binding;
import dev.crosstrust.sandbox.google.policy.Policies;
import dev.crosstrust.sandbox.google.policy.Policy;
import dev.crosstrust.sandbox.google.policy.PolicyJson;
import dev.crosstrust.sandbox.google.policy.Resource;
import dev.crosstrust.sandbox.google.storage.Access.Caller;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The allow policy of a bucket, and which permissions the caller holds.
 *
 * @see <a
 *     href="https://cloud.google.com/storage/docs/json_api/v1/buckets/testIamPermissions">buckets.testIamPermissions</a>
 */
final class IamMethods {
  private final Access access;
  private final Policies policies;

  IamMethods(Access access, Policies policies) {
    this.access = access;
    this.policies = policies;
  }

  Response get(ApiCall call) {
    Bucket bucket = bucket(call, "storage.buckets.getIamPolicy");
    int version = call.number("optionsRequestedPolicyVersion").orElse(1L).intValue();
    return Json.answer(200, written(bucket, policies.of(bucket.resource()), version));
  }

  Response set(ApiCall call) throws IOException {
    Bucket bucket = bucket(call, "storage.buckets.setIamPolicy");
    ObjectNode body = call.json();
    List<Binding> bindings =
        PolicyJson.read(body)
            .filter(policies::accept)
            .orElseThrow(() -> StorageErrors.invalid("Invalid argument."));
    Policy policy =
        policies
            .replace(bucket.resource(), bindings, body.path("etag").asString(""))
            .orElseThrow(StorageErrors::preconditionFailed);
    return Json.answer(200, written(bucket, policy, Policy.CONDITIONAL));
  }

  Response testOnBucket(ApiCall call) {
    Caller caller = access.caller(call, Scope.READ);
    Bucket bucket = caller.bucket(call.path("bucket"), "storage.buckets.get");
    return held(call, caller, bucket, bucket.resource());
  }

  Response testOnObject(ApiCall call) {
    Caller caller = access.caller(call, Scope.READ);
    Bucket bucket = caller.bucket(call.path("bucket"), "storage.objects.get");
    return held(call, caller, bucket, bucket.resource(call.path("object")));
  }

  private static Response held(ApiCall call, Caller caller, Bucket bucket, Resource on) {
    List<String> held =
        call.request().query().getOrDefault("permissions", List.of()).stream()
            .filter(permission -> caller.holds(permission, bucket, on))
            .toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "storage#testIamPermissionsResponse");
    if (!held.isEmpty()) {
      answer.put("permissions", held);
    }
    return Json.answer(200, answer);
  }

  private Bucket bucket(ApiCall call, String permission) {
    Caller caller = access.caller(call, Scope.CONTROL);
    Bucket bucket = caller.bucket(call.path("bucket"), permission);
    caller.requireOn(bucket, permission);
    return bucket;
  }

  private static Map<String, Object> written(Bucket bucket, Policy policy, int version) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "storage#policy");
    answer.put("resourceId", bucket.resource().name());
    answer.putAll(PolicyJson.write(policy, version));
    return answer;
  }
}
