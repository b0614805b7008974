package dev.crosstrust.sandbox.google.bigquery;

import dev.crosstrust.sandbox.google.account.RandomText;
import dev.crosstrust.sandbox.google.api.ApiCall;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.bigquery.Access.Caller;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Queries, which are done at once here. To run one the caller needs the permission to create jobs,
 * and that to read the table.
 *
 * @see <a href="https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs">jobs</a>
 */
final class JobMethods {
  private static final int ID_BYTES = 20;

  private final Access access;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<String, Job> jobs = new ConcurrentHashMap<>();

  JobMethods(Access access, InstantSource clock, RandomGenerator random) {
    this.access = access;
    this.clock = clock;
    this.random = random;
  }

  /** {@code jobs.insert}. */
  Response insert(ApiCall call) throws IOException {
    Caller caller = access.reader(call);
    ObjectNode body = call.json();
    JsonNode configuration = body.path("configuration");
    JsonNode query = configuration.path("query");
    String id = body.path("jobReference").path("jobId").asString("");
    Job job = run(caller, call.path("project"), query, configuration, id.isEmpty() ? newId() : id);
    if (!configuration.path("dryRun").asBoolean(false)) {
      jobs.put(job.id(), job);
    }
    return Json.answer(200, job.json());
  }

  /** {@code jobs.query}: runs and answers in one call. */
  Response query(ApiCall call) throws IOException {
    Caller caller = access.reader(call);
    ObjectNode body = call.json();
    ObjectNode configuration = Json.empty();
    configuration.set("query", body);
    Job job = run(caller, call.path("project"), body, configuration, newId());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "bigquery#queryResponse");
    if (!body.path("dryRun").asBoolean(false)) {
      jobs.put(job.id(), job);
    }
    boolean microseconds = body.path("formatOptions").path("useInt64Timestamp").asBoolean(false);
    long size = body.path("maxResults").asLong(Integer.MAX_VALUE);
    addResults(answer, job, Page.of(job.rows(), call, size), microseconds);
    return Json.answer(200, answer);
  }

  Response get(ApiCall call) {
    return Json.answer(200, find(call).json());
  }

  /** {@code jobs.getQueryResults}. */
  Response results(ApiCall call) {
    Job job = find(call);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "bigquery#getQueryResultsResponse");
    addResults(answer, job, Page.of(job.rows(), call), RowMethods.microseconds(call));
    return Json.answer(200, answer);
  }

  private static void addResults(
      Map<String, Object> answer, Job job, Page<Table.Row> page, boolean microseconds) {
    answer.put("schema", Resources.schema(job.table()));
    answer.put("jobReference", job.reference());
    answer.put("totalRows", Integer.toString(job.rows().size()));
    page.putToken(answer, "pageToken");
    if (!page.entries().isEmpty()) {
      answer.put("rows", Resources.rows(job.table(), page.entries(), microseconds));
    }
    answer.put("totalBytesProcessed", "0");
    answer.put("jobComplete", true);
    answer.put("cacheHit", false);
  }

  private Job run(
      Caller caller, String project, JsonNode query, JsonNode configuration, String id) {
    caller.requireOnProject("bigquery.jobs.create", project);
    Query parsed =
        Query.parse(query.path("query").asString(""), project, query.path("defaultDataset"));
    Table table = caller.queried(parsed.table());
    List<Table.Row> rows = table.rows();
    return new Job(
        project,
        id,
        caller.called(),
        configuration,
        table,
        rows.subList(0, (int) Math.min(rows.size(), parsed.limit())),
        clock.instant());
  }

  /** A job is its owner's; others need a permission to see it. */
  private Job find(ApiCall call) {
    Caller caller = access.reader(call);
    String project = call.path("project");
    Job job = jobs.get(call.path("job"));
    if (job == null || !job.project().equals(project)) {
      throw BigQueryErrors.notFound("Job", project + ":" + call.path("job"));
    }
    if (!job.caller().equals(caller.called())) {
      caller.requireOnProject("bigquery.jobs.get", project);
    }
    return job;
  }

  private String newId() {
    return "job_" + RandomText.base64Url(random, ID_BYTES);
  }
}
