package dev.crosstrust.setup.google;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.GcloudProject;
import dev.crosstrust.finding.Terraform;
import dev.crosstrust.inspect.google.Cluster;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.PredefinedRoles;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What pods need to run as a service account; nothing where the project has no clusters.
 *
 * @see <a href="https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity">Workload
 *     Identity Federation for GKE</a>
 */
public record ClusterItems(String project, String email) {
  private static final String MODE = "GKE_METADATA";

  /**
   * Whether pods of some cluster, and some Kubernetes account, may act as the account. Nobody knows
   * whether the road is meant to start in a cluster: what is not so is open, and never missing.
   */
  public List<SetupItem> all(Outcome<List<Cluster>> read, Supplier<Outcome<IamPolicy>> ofAccount) {
    String item = "Pods of project %s have identities of their own".formatted(project);
    if (!(read instanceof Outcome.Done<List<Cluster>>(List<Cluster> clusters))) {
      return isOff(read) ? List.of() : List.of(Need.of(item, look()).unknown(read.why()));
    }
    if (clusters.isEmpty()) {
      return List.of();
    }
    Optional<Cluster> fitting = clusters.stream().filter(ClusterItems::fits).findFirst();
    return fitting
        .map(
            cluster ->
                List.of(
                    Need.of(item)
                        .present(
                            "In cluster %s, of %s"
                                .formatted(cluster.name(), cluster.workloadPool())),
                    binding(cluster.workloadPool(), ofAccount.get())))
        .orElseGet(
            () ->
                List.of(
                    new Need(item, clusters.stream().flatMap(this::changes).toList())
                        .unknown(
                            "In none of %d clusters: pods run as the account of their node, if the"
                                    .formatted(clusters.size())
                                + " road starts there at all")));
  }

  private Fix look() {
    return Fix.of("See the project's clusters")
        .withGcloud(GcloudProject.command(project, "gcloud container clusters list"));
  }

  private static boolean fits(Cluster cluster) {
    return !cluster.workloadPool().isEmpty()
        && (cluster.nodePools().isEmpty()
            || cluster.nodePools().stream().anyMatch(ClusterItems::fits));
  }

  private static boolean fits(Cluster.NodePool nodes) {
    return nodes.metadataMode().equals(MODE);
  }

  /** What makes a cluster one that fits. */
  private Stream<Fix> changes(Cluster cluster) {
    return Stream.concat(
        cluster.workloadPool().isEmpty() ? Stream.of(workloadPool(cluster)) : Stream.empty(),
        cluster.nodePools().stream()
            .filter(nodes -> !fits(nodes))
            .map(nodes -> metadata(cluster, nodes)));
  }

  /** A project that does not use Kubernetes Engine has no clusters. */
  private static boolean isOff(Outcome<?> read) {
    return read instanceof Outcome.Refused<?>(Refusal refusal)
        && refusal.message().contains("has not been used in project");
  }

  private Fix workloadPool(Cluster cluster) {
    String pool = project + ".svc.id.goog";
    return Fix.of("Switch workload identity on for cluster %s".formatted(cluster.name()))
        .withGcloud(
            GcloudProject.command(
                project,
                "gcloud container clusters update",
                cluster.name(),
                "--location=" + cluster.location(),
                "--workload-pool=" + pool))
        .withTerraform(
            "# in google_container_cluster.%s%nworkload_identity_config {%n  workload_pool = %s%n}"
                .formatted(Terraform.name(cluster.name()), Terraform.text(pool)));
  }

  private Fix metadata(Cluster cluster, Cluster.NodePool nodes) {
    return Fix.of(
            "Put the metadata server of GKE before that of the nodes in pool %s of %s"
                .formatted(nodes.name(), cluster.name()))
        .withGcloud(
            GcloudProject.command(
                project,
                "gcloud container node-pools update",
                nodes.name(),
                "--cluster=" + cluster.name(),
                "--location=" + cluster.location(),
                "--workload-metadata=" + MODE))
        .withTerraform(
            "# in google_container_node_pool.%s, node_config%nworkload_metadata_config {%n  mode = \"%s\"%n}"
                .formatted(Terraform.name(nodes.name()), MODE));
  }

  private SetupItem binding(String pool, Outcome<IamPolicy> read) {
    Grantee anyAccount = new Grantee("serviceAccount:%s[NAMESPACE/ACCOUNT]".formatted(pool));
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
                        PredefinedRoles.give(binding.role(), PredefinedRoles.ACCESS_TOKEN)
                            == Ternary.YES)
                .flatMap(binding -> binding.members().stream())
                .filter(member -> isKubernetesAccount(member, pool))
                .findFirst()
                .map(member -> need.present(member + " may"))
                .orElseGet(
                    () ->
                        need.unknown(
                            "No binding names an account of %s; pods need one".formatted(pool))));
  }

  private static boolean isKubernetesAccount(String member, String pool) {
    return member.startsWith("serviceAccount:%s[".formatted(pool))
        || (member.startsWith("principal")
            && member.contains("/workloadIdentityPools/%s/".formatted(pool)));
  }
}
