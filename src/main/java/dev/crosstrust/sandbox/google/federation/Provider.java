package dev.crosstrust.sandbox.google.federation;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider of a workload identity pool.
 *
 * @param name the pool's name, {@code /providers/} and its own
 * @param displayName for people, up to 32 characters
 * @param disabled a disabled provider lets nobody in; tokens given out before keep working
 * @param attributeMapping expressions by the attribute they give a value to; never empty, see
 *     {@link Mapping#DEFAULT_OF_AWS}
 * @param attributeCondition an expression that must be true; empty for none
 * @param expires until when a deleted provider can be brought back; null when it is not deleted
 * @see <a
 *     href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools.providers">
 *     WorkloadIdentityPoolProvider</a>
 */
public record Provider(
    String name,
    String displayName,
    boolean disabled,
    Source source,
    Map<String, String> attributeMapping,
    String attributeCondition,
    @Nullable Instant expires) {
  public Provider {
    attributeMapping = Map.copyOf(attributeMapping);
  }

  /** A provider that is open. */
  public static Provider of(
      String name, Source source, Map<String, String> attributeMapping, String condition) {
    String id = name.substring(name.lastIndexOf('/') + 1);
    return new Provider(name, id, false, source, attributeMapping, condition, null);
  }

  /** The same provider, closed or open. */
  public Provider disabled(boolean closed) {
    return new Provider(
        name, displayName, closed, source, attributeMapping, attributeCondition, expires);
  }

  /** The same provider with another condition; empty for none. */
  public Provider condition(String expression) {
    return new Provider(name, displayName, disabled, source, attributeMapping, expression, expires);
  }

  /** The same provider with another mapping. */
  Provider mapping(Map<String, String> expressions) {
    return new Provider(
        name, displayName, disabled, source, expressions, attributeCondition, expires);
  }

  /** The same provider that believes somebody else. */
  Provider believing(Source other) {
    return new Provider(
        name, displayName, disabled, other, attributeMapping, attributeCondition, expires);
  }

  /** The same provider, deleted, or with null brought back. */
  Provider deleted(@Nullable Instant until) {
    return new Provider(
        name, displayName, disabled, source, attributeMapping, attributeCondition, until);
  }

  /** The same provider under another name for people. */
  Provider shown(String otherName) {
    return new Provider(
        name, otherName, disabled, source, attributeMapping, attributeCondition, expires);
  }

  /** Whether it lets anybody in. */
  boolean open() {
    return !disabled && expires == null;
  }

  /** The name of its pool. */
  public String pool() {
    return name.substring(0, name.indexOf("/providers/"));
  }

  /** How audiences name it. */
  public String audience() {
    return "//iam.googleapis.com/" + name;
  }
}
