package dev.crosstrust.sandbox.google.federation;

/**
 * A workload identity pool.
 *
 * @param name {@code projects/NUMBER/locations/global/workloadIdentityPools/POOL}
 * @param displayName for people, up to 32 characters
 * @param disabled a disabled pool lets nobody in, and its tokens stop working
 * @see <a
 *     href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools">
 *     WorkloadIdentityPool</a>
 */
public record Pool(String name, String displayName, boolean disabled) {
  /** A pool that is open. */
  public static Pool of(String projectNumber, String id) {
    return new Pool(
        "projects/" + projectNumber + "/locations/global/workloadIdentityPools/" + id, id, false);
  }

  /** The same pool, closed or open. */
  public Pool disabled(boolean closed) {
    return new Pool(name, displayName, closed);
  }

  /** The name of a provider in this pool. */
  public String provider(String id) {
    return name + "/providers/" + id;
  }
}
