package dev.crosstrust.sandbox.google.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.google.Wire;
import dev.crosstrust.sandbox.google.account.ServiceAccount;
import dev.crosstrust.sandbox.google.policy.Roles;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServicesWireTest {
  private static final String API =
      "/v1/projects/demo-product-sbx/services/iamcredentials.googleapis.com";

  private Wire wire;
  private Wire.As owner;

  @BeforeEach
  void start() throws IOException {
    wire = new Wire();
    owner = wire.as(Wire.OWNER);
  }

  @AfterEach
  void stop() {
    wire.close();
  }

  @Test
  void aServiceIsOnUntilItIsSwitchedOff() {
    assertThat(owner.get(API).json().get("state").asString()).isEqualTo("ENABLED");
    assertThat(owner.post(API + ":disable", "{}").json().get("done").asBoolean()).isTrue();
    assertThat(owner.get(API).json().get("state").asString()).isEqualTo("DISABLED");
    assertThat(wire.as(Wire.LAMBDA).get(API).status()).isEqualTo(403);
    assertThat(wire.as(Wire.LAMBDA).post(API + ":enable", "{}").status()).isEqualTo(403);
  }

  @Test
  void callsOfAProjectThatDoesNotUseItAreRefused() {
    ServiceAccount worker =
        wire.cloud()
            .directory()
            .findServiceAccount("worker@demo-product-sbx.iam.gserviceaccount.com")
            .orElseThrow();
    wire.cloud()
        .policies()
        .grant(
            wire.cloud().serviceAccount(worker.email()),
            Roles.TOKEN_CREATOR,
            "serviceAccount:" + worker.email());
    String tokens = "/v1/projects/-/serviceAccounts/" + worker.email() + ":generateIdToken";
    owner.post(API + ":disable", "{}");

    var refused = wire.as(worker).post(tokens, "{\"audience\": \"a\"}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message())
        .startsWith(
            "IAM Service Account Credentials API has not been used in project 123456789012 before"
                + " or it is disabled. Enable it by visiting");
    assertThat(refused.json().at("/error/details/0/reason").asString())
        .isEqualTo("SERVICE_DISABLED");
    owner.post(API + ":enable", "{}");
    assertThat(wire.as(worker).post(tokens, "{\"audience\": \"a\"}").status()).isEqualTo(200);
  }
}
