package dev.crosstrust.setup.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.inspect.google.Cluster;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.setup.item.SetupItem.State;
import dev.crosstrust.trust.google.IamPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterItemsTest {
  private static final ClusterItems ITEMS =
      new ClusterItems("proj", "sa@proj.iam.gserviceaccount.com");

  private static List<SetupItem> all(Outcome<List<Cluster>> clusters, IamPolicy.Binding... bound) {
    return ITEMS.all(clusters, () -> Outcome.done(new IamPolicy(List.of(bound))));
  }

  private static Outcome<List<Cluster>> refused(String message) {
    return new Refused<>(
        new Refusal("container", "clusters.list", 403, "PERMISSION_DENIED", message, null));
  }

  private static final Cluster PLAIN =
      new Cluster("c", "europe-west1", "", List.of(new Cluster.NodePool("n", "")));
  private static final Cluster FITTING =
      new Cluster(
          "d",
          "europe-west1",
          "proj.svc.id.goog",
          List.of(new Cluster.NodePool("n", ""), new Cluster.NodePool("m", "GKE_METADATA")));

  @Test
  void clustersThatGivePodsNothingAreNotMissedForTheRoadMayStartElsewhere() {
    List<SetupItem> items = all(Outcome.done(List.of(PLAIN)));
    assertThat(items).hasSize(1);
    SetupItem item = items.getFirst();

    assertThat(item.state()).isEqualTo(State.UNKNOWN);
    assertThat(item.fix())
        .extracting(fix -> fix.gcloud())
        .containsExactly(
            "gcloud container clusters update c --location=europe-west1"
                + " --workload-pool=proj.svc.id.goog --project=proj",
            "gcloud container node-pools update n --cluster=c --location=europe-west1"
                + " --workload-metadata=GKE_METADATA --project=proj");
  }

  @Test
  void oneClusterThatFitsIsEnough() {
    List<SetupItem> items = all(Outcome.done(List.of(PLAIN, FITTING)));

    assertThat(items).extracting(SetupItem::state).containsExactly(State.PRESENT, State.UNKNOWN);
    assertThat(items.getFirst().because()).isEqualTo("In cluster d, of proj.svc.id.goog");
    assertThat(items.getLast().fix().getFirst().gcloud())
        .isEqualTo(
            "gcloud iam service-accounts add-iam-policy-binding sa@proj.iam.gserviceaccount.com"
                + " '--member=serviceAccount:proj.svc.id.goog[NAMESPACE/ACCOUNT]'"
                + " --role=roles/iam.workloadIdentityUser --condition=None");
  }

  @Test
  void aNameIsNoLineOfTerraform() {
    Cluster hostile = new Cluster("c\n}", "l", "", List.of(new Cluster.NodePool("n\n}", "")));

    assertThat(all(Outcome.done(List.of(hostile))).getFirst().fix())
        .extracting(fix -> String.valueOf(fix.terraform()).lines().findFirst().orElseThrow())
        .containsExactly(
            "# in google_container_cluster.c_", "# in google_container_node_pool.n_, node_config");
  }

  @Test
  void anAccountMayBeBoundInEitherForm() {
    Outcome<List<Cluster>> cluster =
        Outcome.done(List.of(new Cluster("c", "l", "proj.svc.id.goog", List.of())));
    for (String member :
        List.of(
            "serviceAccount:proj.svc.id.goog[ns/ksa]",
            "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/proj.svc.id.goog/subject/ns/ns/sa/ksa")) {
      assertThat(
              all(
                      cluster,
                      new IamPolicy.Binding(
                          "roles/iam.workloadIdentityUser", List.of(member), null))
                  .getLast()
                  .state())
          .isEqualTo(State.PRESENT);
    }
  }

  @Test
  void withoutClustersNothingIsListed() {
    assertThat(all(Outcome.done(List.of()))).isEmpty();
    assertThat(
            all(
                refused(
                    "Kubernetes Engine API has not been used in project 1 before or it is"
                        + " disabled.")))
        .isEmpty();
  }

  @Test
  void whoMayNotLookDoesNotKnow() {
    assertThat(all(refused("Required \"container.clusters.list\" permission(s)")))
        .singleElement()
        .extracting(SetupItem::state)
        .isEqualTo(State.UNKNOWN);
  }
}
