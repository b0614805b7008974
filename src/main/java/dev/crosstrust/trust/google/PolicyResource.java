package dev.crosstrust.trust.google;

/** What an allow policy stands on; as a text, its kind and its name. */
public sealed interface PolicyResource {

  /**
   * @param id or number
   */
  record Project(String id) implements PolicyResource {
    @Override
    public String toString() {
      return "project " + id;
    }
  }

  record Bucket(String name) implements PolicyResource {
    @Override
    public String toString() {
      return "bucket gs://" + name;
    }
  }

  record Dataset(String project, String dataset) implements PolicyResource {
    /** As {@code bq} reads it. */
    String written() {
      return "%s:%s".formatted(project, dataset);
    }

    @Override
    public String toString() {
      return "dataset " + written();
    }
  }

  record Table(String project, String dataset, String table) implements PolicyResource {
    /** As {@code bq} reads it. */
    String written() {
      return "%s:%s.%s".formatted(project, dataset, table);
    }

    @Override
    public String toString() {
      return "table " + written();
    }
  }

  record ServiceAccount(String email) implements PolicyResource {
    @Override
    public String toString() {
      return "service account " + email;
    }
  }
}
