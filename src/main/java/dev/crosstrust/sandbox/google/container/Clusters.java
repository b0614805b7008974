package dev.crosstrust.sandbox.google.container;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The clusters of this cloud. Safe for many threads. */
public final class Clusters {
  private final List<Cluster> all = new CopyOnWriteArrayList<>();

  /** Adds one. */
  public Clusters add(Cluster cluster) {
    all.add(cluster);
    return this;
  }

  /**
   * Those of a project.
   *
   * @param location {@code -} for all
   */
  List<Cluster> of(String project, String location) {
    return all.stream()
        .filter(it -> it.project().equals(project))
        .filter(it -> location.equals("-") || it.location().equals(location))
        .toList();
  }
}
