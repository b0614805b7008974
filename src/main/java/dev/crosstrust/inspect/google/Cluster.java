package dev.crosstrust.inspect.google;

import java.util.List;

/**
 * A cluster of Kubernetes Engine.
 *
 * @param workloadPool {@code PROJECT.svc.id.goog}; empty where workload identity is off
 */
public record Cluster(String name, String location, String workloadPool, List<NodePool> nodePools) {
  public Cluster {
    nodePools = List.copyOf(nodePools);
  }

  /**
   * Nodes that are alike.
   *
   * @param metadataMode {@code GKE_METADATA} gives pods identities of their own
   */
  public record NodePool(String name, String metadataMode) {}
}
