package dev.crosstrust.sandbox.google.federation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workload identity pool.
 *
 * @param name {@code projects/NUMBER/locations/global/workloadIdentityPools/POOL}
 * @param displayName for people, up to 32 characters
 * @param disabled a disabled pool lets nobody in, and its tokens stop working
 * @param expires until when a deleted pool can be brought back; null when it is not deleted
 * @see <a
 *     href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools">
 *     WorkloadIdentityPool</a>
 */
public record Pool(String name, String displayName, boolean disabled, @Nullable Instant expires) {
  /** A pool that is open. */
  public static Pool of(String projectNumber, String id) {
    return new Pool(
        "projects/" + projectNumber + "/locations/global/workloadIdentityPools/" + id,
        id,
        false,
        null);
  }

  /** The same pool, closed or open. */
  public Pool disabled(boolean closed) {
    return new Pool(name, displayName, closed, expires);
  }

  /** The same pool, deleted, or with null brought back. */
  Pool deleted(@Nullable Instant until) {
    return new Pool(name, displayName, disabled, until);
  }

  /** The same pool under another name for people. */
  Pool shown(String otherName) {
    return new Pool(name, otherName, disabled, expires);
  }

  /** Whether it lets anybody in. */
  boolean open() {
    return !disabled && expires == null;
  }

  /** The name of a provider in this pool. */
  public String provider(String id) {
    return name + "/providers/" + id;
  }
}
