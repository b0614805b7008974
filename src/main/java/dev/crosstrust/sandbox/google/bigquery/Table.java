package dev.crosstrust.sandbox.google.bigquery;

import dev.crosstrust.sandbox.google.policy.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One table. Safe for many threads. */
public final class Table {
  private final Dataset dataset;
  private final String id;
  private final List<Field> schema;
  private final Instant created;
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> insertIds = new HashSet<>();

  /** The values of a row in the order of the columns, null where there is none. */
  record Row(List<@Nullable Object> values) {
    Row {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  Table(Dataset dataset, String id, List<Field> schema, Instant created) {
    this.dataset = dataset;
    this.id = id;
    this.schema = List.copyOf(schema);
    this.created = created;
  }

  public String id() {
    return id;
  }

  Dataset dataset() {
    return dataset;
  }

  List<Field> schema() {
    return schema;
  }

  Instant created() {
    return created;
  }

  /** As policies know it. */
  public Resource resource() {
    return dataset.resource().table(id);
  }

  /** {@code project:dataset.table}. */
  String fullId() {
    return dataset.fullId() + "." + id;
  }

  /**
   * Adds a row.
   *
   * @param insertId a row with the same one has come before when it is not empty, and is not added
   *     again
   */
  synchronized void add(Row row, String insertId) {
    if (insertId.isEmpty() || insertIds.add(insertId)) {
      rows.add(row);
    }
  }

  synchronized List<Row> rows() {
    return List.copyOf(rows);
  }
}
