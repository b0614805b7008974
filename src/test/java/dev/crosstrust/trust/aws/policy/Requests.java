package dev.crosstrust.trust.aws.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests of tests, written as {@code key=value,value;key=value}. */
final class Requests {
  private Requests() {}

  static RequestKeys with(@Nullable String written) {
    Map<String, KeyValue> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (written != null) {
      Arrays.stream(written.split(";", -1))
          .map(it -> it.split("=", 2))
          .forEach(it -> keys.put(it[0], KeyValue.of(List.of(it[1].split(",", -1)))));
    }
    return key -> keys.getOrDefault(key, KeyValue.absent());
  }
}
