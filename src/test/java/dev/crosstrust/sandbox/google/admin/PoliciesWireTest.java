package dev.crosstrust.sandbox.google.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.google.Wire;
import dev.crosstrust.sandbox.google.Wire.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PoliciesWireTest {
  private static final String WORKER = "worker@" + Wire.PROJECT + ".iam.gserviceaccount.com";
  private static final String ACCOUNT = "/v1/projects/-/serviceAccounts/" + WORKER;

  private Wire wire;
  private Wire.As owner;
  private Wire.As lambda;

  @BeforeEach
  void start() throws IOException {
    wire = new Wire();
    owner = wire.as(Wire.OWNER);
    lambda = wire.as(Wire.LAMBDA);
  }

  @AfterEach
  void stop() {
    wire.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/projects/demo-product-sbx", "/v3/projects/demo-product-sbx"})
  void theProjectsPolicyShowsItsConditionsToThoseWhoKnowThem(String project) {
    JsonNode policy =
        owner
            .post(project + ":getIamPolicy", "{\"options\":{\"requestedPolicyVersion\":3}}")
            .json();

    assertThat(policy.get("version").asInt()).isEqualTo(3);
    assertThat(policy.at("/bindings/1/condition/title").asString())
        .isEqualTo("RestrictToTestBucket");
    JsonNode old = owner.post(project + ":getIamPolicy", "").json();
    assertThat(old.get("version").asInt()).isEqualTo(1);
    assertThat(old.at("/bindings/1/role").asString()).contains("_withcond_");
    assertThat(owner.get(project).json().get("projectId").asString()).isEqualTo(Wire.PROJECT);
  }

  @Test
  void whoMayNotSeeThePolicyIsToldWhichPermissionIsMissing() {
    Answer refused = lambda.post("/v3/projects/" + Wire.PROJECT + ":getIamPolicy", "{}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message())
        .isEqualTo(
            "Permission 'resourcemanager.projects.getIamPolicy' denied on resource (or it may not"
                + " exist).");
  }

  @Test
  void permissionsOnAProjectAreThoseThatHoldWithoutACondition() {
    String asked =
        "{\"permissions\":[\"storage.buckets.list\",\"storage.objects.get\",\"bigquery.jobs.create\"]}";
    String path = "/v3/projects/" + Wire.PROJECT + ":testIamPermissions";

    assertThat(
            owner.post(path, asked).json().get("permissions").valueStream().map(JsonNode::asString))
        .containsExactly("storage.buckets.list", "bigquery.jobs.create");
    assertThat(lambda.post(path, asked).json()).isEmpty();
  }

  @Test
  void aBindingOnAServiceAccountLetsSomebodyElseActAsIt() {
    String tokens = ACCOUNT + ":generateAccessToken";
    String scope = "{\"scope\":[\"https://www.googleapis.com/auth/cloud-platform\"]}";
    String asked = "{\"permissions\":[\"iam.serviceAccounts.getAccessToken\"]}";
    assertThat(lambda.post(tokens, scope).status()).isEqualTo(403);
    assertThat(lambda.post(ACCOUNT + ":testIamPermissions", asked).json()).isEmpty();
    String etag = owner.post(ACCOUNT + ":getIamPolicy", "").json().get("etag").asString();

    Answer written =
        owner.post(
            ACCOUNT + ":setIamPolicy",
            """
            {"policy":{"etag":"%s","bindings":[
              {"role":"roles/iam.workloadIdentityUser","members":["%s"]}]}}
            """
                .formatted(etag, Wire.LAMBDA.member()));

    assertThat(written.status()).as(written.text()).isEqualTo(200);
    assertThat(lambda.post(tokens, scope).status()).isEqualTo(200);
    assertThat(lambda.post(ACCOUNT + ":testIamPermissions", asked).json().get("permissions"))
        .hasSize(1);
    assertThat(
            owner
                .post(ACCOUNT + ":setIamPolicy", "{\"policy\":{\"etag\":\"" + etag + "\"}}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void serviceAccountsAreListedAndDescribed() {
    JsonNode accounts =
        owner.get("/v1/projects/" + Wire.PROJECT + "/serviceAccounts").json().get("accounts");

    assertThat(accounts).hasSize(1);
    assertThat(owner.get(ACCOUNT).json()).isEqualTo(accounts.get(0));
    assertThat(accounts.get(0).get("email").asString()).isEqualTo(WORKER);
    assertThat(lambda.get(ACCOUNT).status()).isEqualTo(403);
    assertThat(owner.get("/v1/projects/" + Wire.PROJECT + "/serviceAccounts/nobody").message())
        .isEqualTo("Unknown service account");
  }
}
