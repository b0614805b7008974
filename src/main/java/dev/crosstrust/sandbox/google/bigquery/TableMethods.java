package dev.crosstrust.sandbox.google.bigquery;

import dev.crosstrust.sandbox.google.api.ApiCall;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.api.PolicyMethods;
import dev.crosstrust.sandbox.google.bigquery.Access.Caller;
import dev.crosstrust.sandbox.google.policy.Policies;
import dev.crosstrust.sandbox.google.policy.Resource;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What there is: datasets and tables. */
final class TableMethods {
  private final Access access;
  private final Policies policies;
  private final Datasets datasets;
  private final PolicyMethods policyMethods;

  TableMethods(Access access, Policies policies, Datasets datasets) {
    this.access = access;
    this.policies = policies;
    this.datasets = datasets;
    this.policyMethods = new PolicyMethods(policies);
  }

  /** {@code datasets.list}: those that the caller may get, without a word on others. */
  Response datasets(ApiCall call) {
    Caller caller = access.reader(call);
    List<Dataset> visible =
        datasets.of(call.path("project")).stream()
            .filter(dataset -> caller.holds("bigquery.datasets.get", dataset.resource()))
            .toList();
    Page<Dataset> page = Page.of(visible, call);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "bigquery#datasetList");
    page.putToken(answer, "nextPageToken");
    if (!page.entries().isEmpty()) {
      answer.put("datasets", page.entries().stream().map(Resources::entry).toList());
    }
    return Json.answer(200, answer);
  }

  Response dataset(ApiCall call) {
    Dataset dataset = access.reader(call).dataset(call, "bigquery.datasets.get");
    return Json.answer(200, Resources.of(dataset, policies.of(dataset.resource())));
  }

  Response tables(ApiCall call) {
    Dataset dataset = access.reader(call).dataset(call, "bigquery.tables.list");
    List<Table> all = dataset.tables();
    Page<Table> page = Page.of(all, call);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "bigquery#tableList");
    page.putToken(answer, "nextPageToken");
    if (!page.entries().isEmpty()) {
      answer.put("tables", page.entries().stream().map(Resources::entry).toList());
    }
    answer.put("totalItems", all.size());
    return Json.answer(200, answer);
  }

  Response table(ApiCall call) {
    return Json.answer(200, Resources.of(access.reader(call).table(call, "bigquery.tables.get")));
  }

  /** {@code tables.getIamPolicy}. */
  Response policy(ApiCall call) throws IOException {
    access.reader(call).table(call, "bigquery.tables.getIamPolicy");
    return policyMethods.get(call, resource(call));
  }

  /** {@code tables.setIamPolicy}. */
  Response setPolicy(ApiCall call) throws IOException {
    access.reader(call).table(call, "bigquery.tables.setIamPolicy");
    return policyMethods.set(call, resource(call));
  }

  private static Resource resource(ApiCall call) {
    return Resource.dataset(call.path("project"), call.path("dataset")).table(call.path("table"));
  }

  /** {@code tables.testIamPermissions}: which of these the caller holds. */
  Response test(ApiCall call) throws IOException {
    Caller caller = access.reader(call);
    Resource table = resource(call);
    List<String> held =
        call.json()
            .path("permissions")
            .valueStream()
            .map(JsonNode::asString)
            .filter(permission -> caller.holds(permission, table))
            .toList();
    return Json.answer(200, held.isEmpty() ? Map.of() : Map.of("permissions", held));
  }
}
