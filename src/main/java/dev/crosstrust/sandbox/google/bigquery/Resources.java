package dev.crosstrust.sandbox.google.bigquery;

import dev.crosstrust.sandbox.google.policy.Binding;
import dev.crosstrust.sandbox.google.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Datasets, tables and rows as the API writes them.
 *
 * @see <a href="https://cloud.google.com/bigquery/docs/reference/rest">REST reference</a>
 */
final class Resources {
  private static final String SELF = "https://www.googleapis.com/bigquery/v2/projects/";
  private static final Map<String, String> OLD_ROLES =
      Map.of(
          "roles/bigquery.dataOwner", "OWNER",
          "roles/bigquery.dataEditor", "WRITER",
          "roles/bigquery.dataViewer", "READER");
  private static final Map<String, String> SPECIAL_GROUPS =
      Map.of(
          "projectOwner", "projectOwners",
          "projectEditor", "projectWriters",
          "projectViewer", "projectReaders");

  private Resources() {}

  static Map<String, Object> entry(Dataset dataset) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", "bigquery#dataset");
    json.put("id", dataset.fullId());
    json.put("datasetReference", reference(dataset));
    json.put("location", dataset.location());
    json.put("type", "DEFAULT");
    return json;
  }

  static Map<String, Object> of(Dataset dataset, Policy policy) {
    Map<String, Object> json = entry(dataset);
    json.put("etag", "\"" + policy.etag() + "\"");
    json.put("selfLink", SELF + dataset.project() + "/datasets/" + dataset.id());
    json.put("access", access(policy));
    String created = Long.toString(dataset.created().toEpochMilli());
    json.put("creationTime", created);
    json.put("lastModifiedTime", created);
    return json;
  }

  private static List<Map<String, String>> access(Policy policy) {
    List<Map<String, String>> access = new ArrayList<>();
    for (Binding binding : policy.bindings()) {
      for (String member : binding.members()) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("role", OLD_ROLES.getOrDefault(binding.role(), binding.role()));
        int colon = member.indexOf(':');
        String kind = colon < 0 ? member : member.substring(0, colon);
        String group = SPECIAL_GROUPS.get(kind);
        entry.put(group == null ? "iamMember" : "specialGroup", group == null ? member : group);
        access.add(entry);
      }
    }
    return access;
  }

  static Map<String, Object> entry(Table table) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", "bigquery#table");
    json.put("id", table.fullId());
    json.put("tableReference", reference(table));
    json.put("type", "TABLE");
    json.put("creationTime", Long.toString(table.created().toEpochMilli()));
    return json;
  }

  static Map<String, Object> of(Table table) {
    Map<String, Object> json = entry(table);
    Dataset dataset = table.dataset();
    int rows = table.rows().size();
    json.put("etag", "\"" + table.created().toEpochMilli() + "-" + rows + "\"");
    json.put(
        "selfLink",
        SELF + dataset.project() + "/datasets/" + dataset.id() + "/tables/" + table.id());
    json.put("schema", schema(table));
    json.put("numBytes", "0");
    json.put("numLongTermBytes", "0");
    json.put("numRows", Integer.toString(rows));
    json.put("lastModifiedTime", Long.toString(table.created().toEpochMilli()));
    json.put("location", dataset.location());
    return json;
  }

  static Map<String, Object> schema(Table table) {
    return Map.of("fields", table.schema().stream().map(Field::json).toList());
  }

  /**
   * Rows, whose values are texts whatever their type.
   *
   * @param microseconds whether timestamps are microseconds rather than seconds with a fraction
   */
  static List<Map<String, Object>> rows(Table table, List<Table.Row> rows, boolean microseconds) {
    return rows.stream().map(row -> row(table.schema(), row, microseconds)).toList();
  }

  private static Map<String, Object> row(List<Field> schema, Table.Row row, boolean microseconds) {
    List<Map<String, @Nullable Object>> cells = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      Object value = row.values().get(i);
      Map<String, @Nullable Object> cell = new LinkedHashMap<>();
      cell.put("v", value == null ? null : schema.get(i).type().text(value, microseconds));
      cells.add(cell);
    }
    return Map.of("f", cells);
  }

  private static Map<String, String> reference(Dataset dataset) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("datasetId", dataset.id());
    json.put("projectId", dataset.project());
    return json;
  }

  private static Map<String, String> reference(Table table) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("projectId", table.dataset().project());
    json.put("datasetId", table.dataset().id());
    json.put("tableId", table.id());
    return json;
  }
}
