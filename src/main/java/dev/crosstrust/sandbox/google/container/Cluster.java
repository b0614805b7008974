package dev.crosstrust.sandbox.google.container;

import java.util.List;

/**
 * A GKE cluster.
 *
 * @param project the id
 * @param workloadPool {@code PROJECT.svc.id.goog}; empty where workload identity is off
 */
public record Cluster(
    String project, String location, String name, String workloadPool, List<NodePool> nodePools) {
  public Cluster {
    nodePools = List.copyOf(nodePools);
  }

  /**
   * Nodes that are alike.
   *
   * @param metadataMode {@code GKE_METADATA} or {@code GCE_METADATA}
   */
  public record NodePool(String name, String metadataMode) {}

  /** As the API names it. */
  String fullName() {
    return "projects/%s/locations/%s/clusters/%s".formatted(project, location, name);
  }
}
