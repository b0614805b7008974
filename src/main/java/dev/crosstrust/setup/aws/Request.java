package dev.crosstrust.setup.aws;

import dev.crosstrust.trust.aws.policy.KeyValue;
import dev.crosstrust.trust.aws.policy.RequestKeys;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a policy is asked about.
 *
 * @param action for example {@code s3:GetObject}
 * @param resource its ARN, or {@code *}
 * @param federated the identity provider that vouches for the caller; null where the policy is the
 *     caller's own and names nobody
 * @param values of condition keys, as far as they are known; keys without regard to case
 * @param absent keys that the request certainly has not
 */
record Request(
    String action,
    String resource,
    @Nullable String federated,
    Map<String, List<String>> values,
    Set<String> absent)
    implements RequestKeys {
  Request {
    TreeMap<String, List<String>> ordered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    ordered.putAll(values);
    values = ordered;
  }

  static Request of(String action, String resource, Map<String, List<String>> values) {
    return new Request(action, resource, null, values, Set.of());
  }

  @Override
  public KeyValue get(String key) {
    List<String> known = values.get(key);
    if (known != null) {
      return KeyValue.of(known);
    }
    return absent.contains(key.toLowerCase(Locale.ROOT)) ? KeyValue.absent() : KeyValue.unknown();
  }
}
