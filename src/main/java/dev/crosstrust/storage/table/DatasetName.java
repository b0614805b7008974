package dev.crosstrust.storage.table;

import java.util.regex.Pattern;

/**
 * A dataset of BigQuery.
 *
 * @param project the id of its project, for example {@code demo} or {@code example.com:demo}
 * @param dataset letters, digits and underscores
 * @see <a href="https://cloud.google.com/bigquery/docs/datasets#dataset-naming">Name datasets</a>
 */
public record DatasetName(String project, String dataset) {
  private static final Pattern PROJECT = Pattern.compile("([a-z0-9.-]+:)?[a-z][a-z0-9-]*");
  private static final Pattern DATASET = Pattern.compile("\\w{1,1024}");

  /**
   * @throws IllegalArgumentException when there cannot be one, with a sentence for the user
   */
  public DatasetName {
    if (!PROJECT.matcher(project).matches()) {
      throw new IllegalArgumentException("\"%s\" cannot be the id of a project".formatted(project));
    }
    if (!DATASET.matcher(dataset).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" cannot be the name of a dataset: it has letters, digits and underscores only"
              .formatted(dataset));
    }
  }

  /** {@code project:dataset}, as {@code bq} reads it. */
  public String forBq() {
    return project + ":" + dataset;
  }

  /** {@code project.dataset}. */
  @Override
  public String toString() {
    return project + "." + dataset;
  }
}
