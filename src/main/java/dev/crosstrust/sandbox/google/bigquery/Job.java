package dev.crosstrust.sandbox.google.bigquery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A query that has run.
 *
 * @param caller who ran it, as {@code user_email}
 * @param configuration as it was asked for
 */
record Job(
    String project,
    String id,
    String caller,
    JsonNode configuration,
    Table table,
    List<Table.Row> rows,
    Instant created) {

  Map<String, Object> reference() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("projectId", project);
    json.put("jobId", id);
    json.put("location", table.dataset().location());
    return json;
  }

  Map<String, Object> json() {
    String time = Long.toString(created.toEpochMilli());
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("totalBytesProcessed", "0");
    query.put("totalBytesBilled", "0");
    query.put("cacheHit", false);
    query.put("statementType", "SELECT");
    query.put("schema", Resources.schema(table));
    Map<String, Object> statistics = new LinkedHashMap<>();
    statistics.put("creationTime", time);
    statistics.put("startTime", time);
    statistics.put("endTime", time);
    statistics.put("totalBytesProcessed", "0");
    statistics.put("query", query);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", "bigquery#job");
    json.put("id", "%s:%s.%s".formatted(project, table.dataset().location(), id));
    json.put("user_email", caller);
    json.put("configuration", configuration);
    json.put("jobReference", reference());
    json.put("statistics", statistics);
    json.put("status", Map.of("state", "DONE"));
    return json;
  }
}
