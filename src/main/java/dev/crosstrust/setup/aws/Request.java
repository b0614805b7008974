package dev.crosstrust.setup.aws;

import dev.crosstrust.trust.aws.policy.KeyValue;
import dev.crosstrust.trust.aws.policy.RequestKeys;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a policy of permissions is asked about: the caller is its owner.
 *
 * @param action for example {@code s3:GetObject}
 * @param resource its ARN, or {@code *}
 * @param keys its condition keys, as far as they are known
 */
record Request(String action, String resource, RequestKeys keys) {

  /** One by the owner of the policy, of whose other keys nothing is known. */
  static Request of(String action, String resource, Map<String, List<String>> values) {
    Map<String, List<String>> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    known.putAll(values);
    return new Request(
        action,
        resource,
        key -> known.containsKey(key) ? KeyValue.of(known.get(key)) : KeyValue.unknown());
  }
}
