package dev.crosstrust.setup.google;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.inspect.google.Cluster;
import dev.crosstrust.inspect.google.IamPolicy;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.setup.item.Ternary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What pods need to run as a service account; nothing where the project has no clusters.
 *
 * @see <a href="https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity">Workload
 *     Identity Federation for GKE</a>
 */
public record ClusterItems(String project, String email) {
  private static final String MODE = "GKE_METADATA";

  /** The items of all clusters, and whether some Kubernetes account may act as the account. */
  public List<SetupItem> all(Outcome<List<Cluster>> read, Supplier<Outcome<IamPolicy>> ofAccount) {
    if (!(read instanceof Outcome.Done<List<Cluster>>(List<Cluster> clusters))) {
      return isOff(read)
          ? List.of()
          : List.of(
              Need.of(
                      "Pods of project %s have identities of their own".formatted(project),
                      Fix.of("See the project's clusters")
                          .withGcloud(
                              Commands.of(
                                  "gcloud container clusters list", "--project=" + project)))
                  .unknown(Need.why(read)));
    }
    List<SetupItem> items = new ArrayList<>();
    for (Cluster cluster : clusters) {
      items.add(workloadPool(cluster));
      cluster.nodePools().forEach(pool -> items.add(metadata(cluster, pool)));
    }
    if (!clusters.isEmpty()) {
      items.add(binding(ofAccount.get()));
    }
    return items;
  }

  /** A project that does not use Kubernetes Engine has no clusters. */
  private static boolean isOff(Outcome<?> read) {
    return read instanceof Outcome.Refused<?>(Refusal refusal)
        && refusal.message().contains("has not been used in project");
  }

  private String pool() {
    return project + ".svc.id.goog";
  }

  private SetupItem workloadPool(Cluster cluster) {
    Need need =
        Need.of(
            "Cluster %s has workload identity".formatted(cluster.name()),
            Fix.of("Switch workload identity on for the cluster")
                .withGcloud(
                    Commands.of(
                        "gcloud container clusters update",
                        cluster.name(),
                        "--location=" + cluster.location(),
                        "--project=" + project,
                        "--workload-pool=" + pool()))
                .withTerraform(
                    "# in google_container_cluster %s%nworkload_identity_config {%n  workload_pool = %s%n}"
                        .formatted(cluster.name(), Commands.text(pool()))));
    return cluster.workloadPool().isEmpty()
        ? need.missing("It is off: pods run as the account of their node")
        : need.present(cluster.workloadPool());
  }

  private SetupItem metadata(Cluster cluster, Cluster.NodePool nodes) {
    Need need =
        Need.of(
            "Node pool %s of %s gives pods their own identity"
                .formatted(nodes.name(), cluster.name()),
            Fix.of("Put the metadata server of GKE before that of the nodes")
                .withGcloud(
                    Commands.of(
                        "gcloud container node-pools update",
                        nodes.name(),
                        "--cluster=" + cluster.name(),
                        "--location=" + cluster.location(),
                        "--project=" + project,
                        "--workload-metadata=" + MODE))
                .withTerraform(
                    "# in google_container_node_pool %s, node_config%nworkload_metadata_config {%n  mode = \"%s\"%n}"
                        .formatted(nodes.name(), MODE)));
    return nodes.metadataMode().equals(MODE)
        ? need.present("Its metadata mode is " + MODE)
        : need.missing(
            "Its metadata mode is %s: pods see the node's account"
                .formatted(nodes.metadataMode().isEmpty() ? "not set" : nodes.metadataMode()));
  }

  private SetupItem binding(Outcome<IamPolicy> read) {
    Grantee anyAccount = new Grantee("serviceAccount:%s[NAMESPACE/ACCOUNT]".formatted(pool()));
    Fix grant = GoogleFixes.grantOnAccount(email, "roles/iam.workloadIdentityUser", anyAccount);
    Need need =
        Need.of(
            "A Kubernetes account may act as %s".formatted(email),
            new Fix(
                "Name the pod's namespace and account, and annotate that account with"
                    + " iam.gke.io/gcp-service-account=%s".formatted(email),
                null,
                grant.gcloud(),
                grant.terraform(),
                grant.effect()));
    return need.by(
        read,
        policy ->
            policy.bindings().stream()
                .filter(
                    binding ->
                        RolePermissions.give(binding.role(), RolePermissions.ACCESS_TOKEN)
                            == Ternary.YES)
                .flatMap(binding -> binding.members().stream())
                .filter(this::isKubernetesAccount)
                .findFirst()
                .map(member -> need.present(member + " may"))
                .orElseGet(
                    () -> need.missing("No binding names an account of %s".formatted(pool()))));
  }

  private boolean isKubernetesAccount(String member) {
    return member.startsWith("serviceAccount:%s[".formatted(pool()))
        || (member.startsWith("principal")
            && member.contains("/workloadIdentityPools/%s/".formatted(pool())));
  }
}
