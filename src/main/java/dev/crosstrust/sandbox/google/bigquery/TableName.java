package dev.crosstrust.sandbox.google.bigquery;

import dev.crosstrust.sandbox.google.policy.Resource;

/** Which table. */
record TableName(String project, String dataset, String table) {
  Resource resource() {
    return Resource.dataset(project, dataset).table(table);
  }

  /** As refusals write it. */
  @Override
  public String toString() {
    return project + ":" + dataset + "." + table;
  }
}
