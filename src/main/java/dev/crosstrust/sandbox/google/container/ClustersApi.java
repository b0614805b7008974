package dev.crosstrust.sandbox.google.container;

import dev.crosstrust.sandbox.google.account.Directory;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.account.Project;
import dev.crosstrust.sandbox.google.api.ApiCall;
import dev.crosstrust.sandbox.google.api.ApiError;
import dev.crosstrust.sandbox.google.api.ApiMethod;
import dev.crosstrust.sandbox.google.api.Bearer;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.api.Methods;
import dev.crosstrust.sandbox.google.policy.Policies;
import dev.crosstrust.sandbox.google.policy.Resource;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import dev.crosstrust.sandbox.google.token.Scopes;
import dev.crosstrust.sandbox.wire.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Clusters as {@code https://container.googleapis.com} shows them, one or all of a project.
 *
 * @see <a
 *     href="https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters">projects.locations.clusters</a>
 */
public final class ClustersApi {
  private static final String CLUSTERS = "/v1/projects/{project}/locations/{location}/clusters";

  private final Clusters clusters;
  private final Directory directory;
  private final Policies policies;
  private final Bearer bearer;

  private ClustersApi(
      Clusters clusters, Directory directory, AccessTokens tokens, Policies policies) {
    this.clusters = clusters;
    this.directory = directory;
    this.policies = policies;
    this.bearer = new Bearer(tokens);
  }

  /** The methods over these clusters. */
  public static Methods of(
      Clusters clusters, Directory directory, AccessTokens tokens, Policies policies) {
    ClustersApi api = new ClustersApi(clusters, directory, tokens, policies);
    return new Methods()
        .on("GET", CLUSTERS, api::list)
        .on("GET", CLUSTERS + "/{cluster}", api::get);
  }

  private Response list(ApiCall call) {
    String place = "projects/" + call.path("project");
    String project = permitted(call, "ListClusters", "container.clusters.list", place);
    List<Map<String, Object>> found =
        clusters.of(project, call.path("location")).stream().map(ClustersApi::json).toList();
    return Json.answer(200, found.isEmpty() ? Map.of() : Map.of("clusters", found));
  }

  private Response get(ApiCall call) {
    String name =
        "projects/%s/locations/%s/clusters/%s"
            .formatted(call.path("project"), call.path("location"), call.path("cluster"));
    String project = permitted(call, "GetCluster", "container.clusters.get", name);
    return clusters.of(project, call.path("location")).stream()
        .filter(cluster -> cluster.name().equals(call.path("cluster")))
        .findFirst()
        .map(cluster -> Json.answer(200, json(cluster)))
        .orElseThrow(() -> ApiError.notFound("Not found: %s.".formatted(name)));
  }

  private String permitted(ApiCall call, String method, String permission, String on) {
    ApiMethod named =
        new ApiMethod("container.googleapis.com", "google.container.v1.ClusterManager." + method);
    Principal caller = bearer.caller(call.request(), named, List.of(Scopes.CLOUD_PLATFORM));
    return directory
        .findProject(call.path("project"))
        .map(Project::id)
        .filter(id -> policies.allow(caller, permission, Resource.project(id)))
        .orElseThrow(() -> ApiError.permissionRequired(permission, on));
  }

  private static Map<String, Object> json(Cluster cluster) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", cluster.name());
    json.put(
        "nodePools",
        cluster.nodePools().stream()
            .map(
                pool ->
                    Map.of(
                        "name",
                        pool.name(),
                        "config",
                        Map.of("workloadMetadataConfig", Map.of("mode", pool.metadataMode()))))
            .toList());
    if (!cluster.workloadPool().isEmpty()) {
      json.put("workloadIdentityConfig", Map.of("workloadPool", cluster.workloadPool()));
    }
    json.put("selfLink", "https://container.googleapis.com/v1/" + cluster.fullName());
    json.put("location", cluster.location());
    json.put("status", "RUNNING");
    return json;
  }
}
