package dev.crosstrust.sandbox.google.bigquery;

import dev.crosstrust.sandbox.google.policy.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** All datasets of this cloud. Safe for many threads. */
public final class Datasets {
  private final Policies policies;
  private final Map<String, Dataset> datasets = new ConcurrentSkipListMap<>();

  public Datasets(Policies policies) {
    this.policies = policies;
  }

  /** Adds a dataset, with what every new one gives to its project's owners, editors, viewers. */
  public Dataset create(String project, String id, String location, Instant created) {
    Dataset dataset = new Dataset(project, id, location, created);
    datasets.put(dataset.fullId(), dataset);
    policies
        .grant(dataset.resource(), "roles/bigquery.dataEditor", "projectEditor:" + project)
        .grant(dataset.resource(), "roles/bigquery.dataOwner", "projectOwner:" + project)
        .grant(dataset.resource(), "roles/bigquery.dataViewer", "projectViewer:" + project);
    return dataset;
  }

  Optional<Dataset> find(String project, String id) {
    return Optional.ofNullable(datasets.get(project + ":" + id));
  }

  List<Dataset> of(String project) {
    return datasets.values().stream().filter(dataset -> dataset.project().equals(project)).toList();
  }
}
