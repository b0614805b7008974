package dev.crosstrust.sandbox.google.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.google.Wire;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClustersWireTest {
  private static final String ALL = "/v1/projects/demo-product-sbx/locations/-/clusters";
  private static final String HERE =
      "/v1/projects/demo-product-sbx/locations/europe-west1/clusters";

  private Wire wire;

  @BeforeEach
  void start() throws IOException {
    wire = new Wire();
    wire.cloud()
        .clusters()
        .add(
            new Cluster(
                Wire.PROJECT,
                "europe-west1",
                "c",
                "demo-product-sbx.svc.id.goog",
                List.of(new Cluster.NodePool("n", "GKE_METADATA"))))
        .add(new Cluster(Wire.PROJECT, "us-east1", "plain", "", List.of()));
  }

  @AfterEach
  void stop() {
    wire.close();
  }

  @Test
  void clustersShowHowTheyHandOutIdentities() {
    var all = wire.as(Wire.OWNER).get(ALL).json().get("clusters");

    assertThat(all).hasSize(2);
    assertThat(all.at("/0/workloadIdentityConfig/workloadPool").asString())
        .isEqualTo("demo-product-sbx.svc.id.goog");
    assertThat(all.at("/0/nodePools/0/config/workloadMetadataConfig/mode").asString())
        .isEqualTo("GKE_METADATA");
    assertThat(all.at("/1").has("workloadIdentityConfig")).isFalse();
    assertThat(wire.as(Wire.OWNER).get(HERE).json().get("clusters")).hasSize(1);
  }

  @Test
  void oneIsFoundWhereItIs() {
    assertThat(wire.as(Wire.OWNER).get(HERE + "/c").json().get("name").asString()).isEqualTo("c");
    var absent = wire.as(Wire.OWNER).get(HERE + "/plain");
    assertThat(absent.status()).isEqualTo(404);
    assertThat(absent.message())
        .isEqualTo("Not found: projects/demo-product-sbx/locations/europe-west1/clusters/plain.");
  }

  @Test
  void whoMayNotIsToldWhatIsRequired() {
    var refused = wire.as(Wire.LAMBDA).get(ALL);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message())
        .isEqualTo(
            "Required \"container.clusters.list\" permission(s) for"
                + " \"projects/demo-product-sbx\".");
  }
}
