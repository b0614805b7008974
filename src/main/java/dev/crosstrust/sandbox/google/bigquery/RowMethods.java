package dev.crosstrust.sandbox.google.bigquery;

import dev.crosstrust.sandbox.google.api.ApiCall;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows: streamed in and read back.
 *
 * @see <a href="https://cloud.google.com/bigquery/docs/reference/rest/v2/tabledata">tabledata</a>
 */
final class RowMethods {
  private final Access access;

  RowMethods(Access access) {
    this.access = access;
  }

  /** {@code tabledata.insertAll}: rows that are not taken are told in an answer of status 200. */
  Response insert(ApiCall call) throws IOException {
    Table table = access.inserter(call).table(call, "bigquery.tables.updateData");
    ObjectNode body = call.json();
    List<JsonNode> rows = body.path("rows").valueStream().toList();
    if (rows.isEmpty()) {
      throw BigQueryErrors.invalid("No rows present in the request.");
    }
    Insertion insertion =
        Insertion.of(
            table.schema(),
            rows,
            body.path("ignoreUnknownValues").asBoolean(false),
            body.path("skipInvalidRows").asBoolean(false));
    insertion.accepted().forEach(row -> table.add(row.row(), row.insertId()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "bigquery#tableDataInsertAllResponse");
    if (!insertion.errors().isEmpty()) {
      answer.put("insertErrors", insertion.errors());
    }
    return Json.answer(200, answer);
  }

  /** {@code tabledata.list}. */
  Response list(ApiCall call) {
    Table table = access.reader(call).table(call, "bigquery.tables.getData");
    List<Table.Row> all = table.rows();
    Page<Table.Row> page = Page.of(all, call);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "bigquery#tableDataList");
    answer.put("etag", "\"rows-" + all.size() + "\"");
    answer.put("totalRows", Integer.toString(all.size()));
    page.putToken(answer, "pageToken");
    if (!page.entries().isEmpty()) {
      answer.put("rows", Resources.rows(table, page.entries(), microseconds(call)));
    }
    return Json.answer(200, answer);
  }

  static boolean microseconds(ApiCall call) {
    return call.flag("formatOptions.useInt64Timestamp")
        || call.text("formatOptions.timestampOutputFormat").equals("INT64");
  }
}
