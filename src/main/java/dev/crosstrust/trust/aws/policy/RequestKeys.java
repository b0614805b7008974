package dev.crosstrust.trust.aws.policy;

/** The condition keys of a request. */
public interface RequestKeys {
  /** The key's value; the case of its name does not matter. */
  KeyValue get(String key);
}
