package dev.crosstrust.sandbox.aws.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of condition keys. Names compare without regard to case; a key may have several
 * values, and one that is present with none differs from one that is absent.
 */
public final class RequestContext {
  private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** Takes a copy; where two names differ in case only, the later one counts. */
  public RequestContext(Map<String, List<String>> values) {
    values.forEach((key, list) -> this.values.put(key, List.copyOf(list)));
  }

  /** The values of a key; empty when the request has no such key. */
  public Optional<List<String>> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The value of a key that has exactly one. */
  Optional<String> single(String key) {
    return find(key).filter(list -> list.size() == 1).map(List::getFirst);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
