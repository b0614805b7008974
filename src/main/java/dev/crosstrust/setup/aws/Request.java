package dev.crosstrust.setup.aws;

import dev.crosstrust.trust.aws.policy.KeyValue;
import dev.crosstrust.trust.aws.policy.RequestKeys;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a policy is asked about.
 *
 * @param action for example {@code s3:GetObject}
 * @param resource its ARN, or {@code *}
 * @param federated the identity provider that vouches for the caller; null where the policy is the
 *     caller's own and names nobody
 * @param keys its condition keys, as far as they are known
 */
record Request(String action, String resource, @Nullable String federated, RequestKeys keys) {

  /** One by the owner of the policy, of whose other keys nothing is known. */
  static Request of(String action, String resource, Map<String, List<String>> values) {
    Map<String, List<String>> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    known.putAll(values);
    return new Request(
        action,
        resource,
        null,
        key -> known.containsKey(key) ? KeyValue.of(known.get(key)) : KeyValue.unknown());
  }
}
