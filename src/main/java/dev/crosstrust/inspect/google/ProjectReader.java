package dev.crosstrust.inspect.google;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.identity.google.GoogleEndpoints;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads what a project uses: services that are switched on, and clusters. */
public final class ProjectReader {
  private final AdminCalls calls;

  /**
   * @param wire not closed with this
   */
  public ProjectReader(Wire wire, GoogleEndpoints endpoints, GoogleAccessToken token) {
    this.calls = new AdminCalls(wire, endpoints, token);
  }

  /**
   * Whether a service is switched on.
   *
   * @param service for example {@code iamcredentials.googleapis.com}
   * @see <a
   *     href="https://cloud.google.com/service-usage/docs/reference/rest/v1/services/get">services.get</a>
   */
  public Outcome<Boolean> uses(String project, String service) {
    return calls
        .get(
            "serviceusage",
            "services.get",
            "/v1/projects/%s/services/%s"
                .formatted(FederationReader.segment(project), FederationReader.segment(service)))
        .map(json -> json.path("state").asString("").equals("ENABLED"));
  }

  /**
   * The clusters, wherever they are.
   *
   * @see <a
   *     href="https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters/list">clusters.list</a>
   */
  public Outcome<List<Cluster>> clusters(String project) {
    return calls
        .get(
            "container",
            "clusters.list",
            "/v1/projects/%s/locations/-/clusters".formatted(FederationReader.segment(project)))
        .map(json -> json.path("clusters").valueStream().map(ProjectReader::cluster).toList());
  }

  private static Cluster cluster(JsonNode json) {
    return new Cluster(
        json.path("name").asString(""),
        json.path("location").asString(""),
        json.at("/workloadIdentityConfig/workloadPool").asString(""),
        json.path("nodePools")
            .valueStream()
            .map(
                pool ->
                    new Cluster.NodePool(
                        pool.path("name").asString(""),
                        pool.at("/config/workloadMetadataConfig/mode").asString("")))
            .toList());
  }
}
