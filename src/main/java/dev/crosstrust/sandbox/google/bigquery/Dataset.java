package dev.crosstrust.sandbox.google.bigquery;

import dev.crosstrust.sandbox.google.policy.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** One dataset. Safe for many threads. */
public final class Dataset {
  private final String project;
  private final String id;
  private final String location;
  private final Instant created;
  private final Map<String, Table> tables = new ConcurrentSkipListMap<>();

  Dataset(String project, String id, String location, Instant created) {
    this.project = project;
    this.id = id;
    this.location = location;
    this.created = created;
  }

  /** Adds a table without rows. */
  public Table create(String table, List<Field> schema) {
    Table made = new Table(this, table, schema, created);
    tables.put(table, made);
    return made;
  }

  String project() {
    return project;
  }

  String id() {
    return id;
  }

  /** For example {@code europe-west1}. */
  String location() {
    return location;
  }

  Instant created() {
    return created;
  }

  /** As policies know it. */
  public Resource resource() {
    return Resource.dataset(project, id);
  }

  /** {@code project:dataset}. */
  String fullId() {
    return project + ":" + id;
  }

  Optional<Table> find(String table) {
    return Optional.ofNullable(tables.get(table));
  }

  List<Table> tables() {
    return List.copyOf(tables.values());
  }
}
