package dev.crosstrust.inspect.google;

/**
 * A workload identity pool.
 *
 * @param name {@code projects/NUMBER/locations/global/workloadIdentityPools/POOL}
 * @param deleted whether it is in the 30 days in which it can be undeleted
 */
public record Pool(String name, boolean deleted, boolean disabled) {}
