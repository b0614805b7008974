package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real {@code gcloud} against the sandbox, with the configurations of its home alone. */
class GcloudClientIT {
  private static final String WORKLOAD =
      "poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com";

  @TempDir private static Path folder;
  private static PackagedApp sandbox;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    Client.needs("gcloud");
    sandbox = PackagedApp.sandbox(folder.resolve("home"));
    client = new Client(folder, sandbox.environment());
  }

  @AfterAll
  static void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void anImpersonatedTokenHasTheAudienceAndTheNumericAzp() {
    JsonNode claims =
        claims(
            client.run(
                "gcloud",
                "auth",
                "print-identity-token",
                "--impersonate-service-account=" + WORKLOAD,
                "--audiences=sts.amazonaws.com"));

    assertThat(claims.get("iss").asString()).isEqualTo("https://accounts.google.com");
    assertThat(claims.get("aud").asString()).isEqualTo("sts.amazonaws.com");
    assertThat(claims.get("sub").asString()).isEqualTo("114809731204417780391");
    assertThat(claims.get("azp").asString()).isEqualTo("114809731204417780391");
  }

  @Test
  void theKeysOwnTokenHasItsEmailAsAzp() {
    JsonNode claims =
        claims(client.run("gcloud", "auth", "print-identity-token", "--audiences=a.example"));

    assertThat(claims.get("azp").asString())
        .isEqualTo("poc-runner@demo-product-sbx.iam.gserviceaccount.com");
  }

  @Test
  void aUsersTokenIsForGcloudItself() {
    JsonNode claims =
        claims(
            client
                .with(Map.of("CLOUDSDK_ACTIVE_CONFIG_NAME", "demo-user"))
                .run("gcloud", "auth", "print-identity-token"));

    assertThat(claims.get("aud").asString()).isEqualTo("32555940559.apps.googleusercontent.com");
    assertThat(claims.get("email").asString()).isEqualTo("dev-user@demo-product.example");
  }

  @Test
  void whoMayNotImpersonateIsToldSo() {
    Result refused =
        client
            .with(Map.of("CLOUDSDK_ACTIVE_CONFIG_NAME", "demo-user"))
            .run(
                "gcloud",
                "auth",
                "print-identity-token",
                "--impersonate-service-account=" + WORKLOAD,
                "--audiences=sts.amazonaws.com");

    assertThat(refused.err())
        .contains("Failed to impersonate [" + WORKLOAD + "]")
        .contains("Permission 'iam.serviceAccounts.getAccessToken' denied on resource");
    assertThat(refused.exit()).isNotZero();
  }

  @Test
  void weGetAUsersTokenThroughGcloud() {
    Result result =
        client.run(
            PackagedApp.program(), "token", "request", "--identity", "gcloud:demo-user", "--json");

    assertThat(result.exit()).as(result.all()).isZero();
    assertThat(new JsonMapper().readTree(result.out()).get("claims").get("email").asString())
        .isEqualTo("dev-user@demo-product.example");
  }

  private static JsonNode claims(Result result) {
    assertThat(result.exit()).as(result.err()).isZero();
    String payload = result.out().strip().split("\\.", -1)[1];
    return new JsonMapper()
        .readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
  }
}
